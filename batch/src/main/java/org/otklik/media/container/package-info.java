/**
 * What the structure of a video file says of its wholeness, by its headers alone: nothing is
 * decoded. Called by {@code org.otklik.media.decoder}, in the child process; must import nothing
 * but Java.
 */
package org.otklik.media.container;
