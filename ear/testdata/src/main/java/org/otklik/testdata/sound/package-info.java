/**
 * Sounds that the project makes itself: creatives, talk, and rooms in which a creative is heard
 * through a loudspeaker, so that where it begins is known. Always the same for the same seed.
 * Called by tests and by {@code bench}; no part of the application.
 */
package org.otklik.testdata.sound;
