/**
 * Media that the project makes itself, for the demo and as test fixtures: an animated ad, and
 * viewers whose faces follow a script, so that what analysis should find is known. Always the same
 * for the same arguments. Called by the demo and by tests; must not import the features or the
 * jobs.
 */
package org.otklik.media.synthetic;
