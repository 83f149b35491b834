/**
 * Cameras, live: what is seen in an image as it comes, and how often one may come. Called by the
 * web and by live showings; the batch module brings the models. Must not import who sends the
 * images.
 */
package org.otklik.camera;
