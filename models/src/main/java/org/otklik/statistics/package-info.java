/**
 * Intervals, resampling and adjusted p-values, with their sources. Knows nothing of faces or
 * viewers' seconds beyond numbers; must not import anything of Otklik.
 */
package org.otklik.statistics;
