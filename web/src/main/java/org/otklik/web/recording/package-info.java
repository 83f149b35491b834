/** Recordings of viewers: resources and views. */
package org.otklik.web.recording;
