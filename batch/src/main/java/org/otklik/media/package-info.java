/**
 * Videos in: probed and decoded to sampled frames in a child process, because a video from outside
 * is hostile until proven otherwise. Called by the batch jobs, the upload and the demo. Of the
 * project it may import {@code org.otklik.vision} (the frame), {@code org.otklik.sound} and {@code
 * org.otklik.storage} (what is known of a video), nothing of the features.
 *
 * <p>Videos are read with FFmpeg's own functions: JavaCV's grabber skips packets that cannot be
 * decoded without a word, and missing must not look like neutral.
 */
package org.otklik.media;
