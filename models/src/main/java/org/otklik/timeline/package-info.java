/**
 * From sampled frames to seconds, and from viewers' seconds to the creative's curve, its moments
 * and the frames that triggered an emotion. Called by the jobs that summarise, and by reports. Must
 * not import anything but {@code java.*}, {@code org.otklik.emotion} and {@code org.otklik.metric}.
 *
 * <p>Time is in milliseconds or whole seconds, and comes from the container's timestamps; never
 * from a frame's number.
 */
package org.otklik.timeline;
