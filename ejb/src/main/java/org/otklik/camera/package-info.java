/**
 * One's own camera, live: what is seen in an image as it comes. Called by the web; the batch module
 * brings the models. Nothing of it is stored.
 */
package org.otklik.camera;
