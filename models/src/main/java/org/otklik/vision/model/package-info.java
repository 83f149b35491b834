/**
 * A model and its card: all that belongs to a model (input, decoding, thresholds, labels, crop) is
 * read from the card beside its file, so that swapping a model is swapping a folder. After
 * vision.image.
 */
package org.otklik.vision.model;
