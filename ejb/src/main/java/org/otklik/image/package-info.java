/**
 * Single pictures in batches: taken in from a ZIP, a form or a folder, listed, and told as CSV.
 * Called by the job {@code analyse-images}, which looks at them, and by the web. Must not decode
 * any picture: they come from outside.
 */
package org.otklik.image;
