/**
 * From what a page noted while it showed a creative and recorded the viewer, to the clock of the
 * recording. Called where a study's recordings are taken in. Must not import anything but {@code
 * java.*} and {@code org.otklik.timeline}.
 *
 * <p>Times of a page are milliseconds of its own monotonic clock ({@code performance.now()}), with
 * fractions.
 */
package org.otklik.timeline.playback;
