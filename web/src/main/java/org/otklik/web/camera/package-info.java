/**
 * The page for one's own camera, the socket that its images come by, and what browsers fetch that
 * run the models themselves.
 */
package org.otklik.web.camera;
