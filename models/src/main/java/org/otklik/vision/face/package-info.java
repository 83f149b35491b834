/**
 * Detection of faces, their quality and pose, and the crop that the classifier sees. After
 * vision.model, before vision.expression.
 */
package org.otklik.vision.face;
