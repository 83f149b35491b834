/** Faces followed through frames, and which of them is the viewer. After vision.face. */
package org.otklik.vision.track;
