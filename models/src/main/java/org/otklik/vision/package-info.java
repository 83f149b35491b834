/**
 * From pictures to faces, their expressions and their tracks, on ONNX Runtime and OpenCV. Start
 * reading at {@link org.otklik.vision.FaceObserver}. Called by the job that observes faces and by
 * measurements. Only the packages beneath this one touch native code; they must not import anything
 * of the server but {@code jakarta.json}, with which they read the model cards.
 */
package org.otklik.vision;
