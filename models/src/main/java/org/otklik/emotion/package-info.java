/**
 * The seven emotions, what a face said of them, and where they lie in the plane of valence and
 * arousal. Called by everyone; must not import anything but {@code java.*}.
 */
package org.otklik.emotion;
