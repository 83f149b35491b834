/**
 * Media that the project draws itself, for the demo and as test fixtures: an animated creative, and
 * viewers whose faces follow a script, so that what the analysis should find is known. Always the
 * same for the same arguments. Called by tests, by {@code bench} and by the command that draws the
 * demo's videos; no part of the application.
 */
package org.otklik.testdata.synthetic;
