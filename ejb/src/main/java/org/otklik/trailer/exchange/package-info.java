/** Trailers as editing suites read them. */
package org.otklik.trailer.exchange;
