/**
 * Single pictures: decoded in a child process, because they come from outside, and made upright.
 * Called by the job {@code analyse-images}. {@link org.otklik.media.picture.ImageDecoder} is the
 * parent's side; {@link org.otklik.media.picture.ImageDecoderMain} and what it calls run in the
 * child and must not touch anything of the server.
 */
package org.otklik.media.picture;
