/** The page for one's own camera, and the socket that its images come by. */
package org.otklik.web.camera;
