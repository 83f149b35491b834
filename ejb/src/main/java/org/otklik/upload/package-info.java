/**
 * Videos on their way in, in parts: what is known of each, who may go on with it, and for how long.
 * Called by the web; the parts themselves lie in {@code storage}. Imports no report or analysis.
 */
package org.otklik.upload;
