/**
 * Mends the times of a video's packets where its clock jumps or stands still. Called by {@code
 * org.otklik.media.decoder} in the child process; needs FFmpeg's natives alone.
 */
package org.otklik.media.decoder.clock;
