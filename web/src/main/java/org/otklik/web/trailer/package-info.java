/** Trailers: the page on which they are cut, and the operations for programs. */
package org.otklik.web.trailer;
