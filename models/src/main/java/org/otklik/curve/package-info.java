/**
 * A creative's curve over its viewers: what each of them showed in each second, one vote a viewer.
 * Called by whoever computes results. Must not import anything but {@code java.*}, {@code
 * org.otklik.emotion} and {@code org.otklik.timeline}.
 */
package org.otklik.curve;
