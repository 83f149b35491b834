/** Trailers of creatives: planned by the viewers' responses, changed by analysts, kept. */
package org.otklik.trailer.cut;
