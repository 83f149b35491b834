/** Viewers and the videos of them. */
package org.otklik.recording;
