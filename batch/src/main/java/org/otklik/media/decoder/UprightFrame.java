package org.otklik.media.decoder;

/** An upright picture, rows packed, 3 bytes a pixel, BGR. */
record UprightFrame(UprightSize size, byte[] bgr) {}
