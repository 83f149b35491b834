/**
 * What runs in the child process and nowhere else: FFmpeg opens, reads and decodes a video here,
 * and the results go to the parent as records over standard output. Started by {@code
 * org.otklik.media.DecoderChild}; the parent uses only {@code DecodeRequest} and {@code
 * RecordType}. Must need nothing but the JDK, FFmpeg's natives, {@code org.otklik.media.container},
 * {@code org.otklik.sound} and {@code org.otklik.storage}: no container, no features.
 */
package org.otklik.media.decoder;
