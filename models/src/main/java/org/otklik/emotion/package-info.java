/**
 * The seven emotions, what a face said of them, where they lie in the plane of valence and arousal,
 * and the named movements of a face. Called by everyone; must not import anything but {@code
 * java.*}.
 */
package org.otklik.emotion;
