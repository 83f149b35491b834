/**
 * The business metrics and their intervals: responses of viewings, the emotional experience index
 * (EEI), EmoNPS, key figures, comparisons. After curve and statistics.
 */
package org.otklik.metric;
