/**
 * From pictures to faces, their emotions and their tracks: a detector, a classifier, a tracker and
 * a gate of quality, on ONNX Runtime and OpenCV. Start reading at {@link
 * org.otklik.vision.FaceObserver}. Called by the job that observes faces and by measurements. This
 * is the only package here that touches native code; it must not import anything of the server but
 * {@code jakarta.json}, with which it reads the model cards.
 *
 * <p>All that belongs to a model (input, decoding, thresholds, labels, crop) is read from the card
 * beside its file, so that swapping a model is swapping a folder.
 */
package org.otklik.vision;
