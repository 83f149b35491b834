/** Frames and tensors in native memory. The first room of the way: knows no model. */
package org.otklik.vision.image;
