/**
 * From viewers' seconds to the creative's curve, its moments and the frames that an emotion peaks
 * at. After timeline and statistics.
 */
package org.otklik.curve;
