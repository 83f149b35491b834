/**
 * Edited videos that the project draws itself, so that every cut, dissolve and fade in them is
 * known. Always the same for the same seed. Called by tests and by {@code bench}; no part of the
 * application.
 */
package org.otklik.testdata.edited;
