/**
 * From sampled frames to a viewer's seconds. Must not import anything but {@code java.*} and {@code
 * org.otklik.emotion}.
 *
 * <p>Time is in milliseconds or whole seconds, and comes from the container's timestamps; never
 * from a frame's number.
 */
package org.otklik.timeline;
