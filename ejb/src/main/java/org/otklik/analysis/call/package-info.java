/**
 * Which side of a video call is the customer's: said by analysts, called by the web module. Nothing
 * of the other side is analysed or kept. Must not import the web module.
 */
package org.otklik.analysis.call;
