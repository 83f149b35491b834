/**
 * Charts that programs of offices draw themselves and that can be edited there: for slides and
 * workbooks. It knows neither.
 */
package org.otklik.report.chart;
