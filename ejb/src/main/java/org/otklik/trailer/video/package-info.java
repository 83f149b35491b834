/** Videos that are made of trailers. */
package org.otklik.trailer.video;
