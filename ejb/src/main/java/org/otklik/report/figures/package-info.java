/**
 * Everything that a report shows, as plain records, and their assembly from results. Computes no
 * metric; before report.page and report.table.
 */
package org.otklik.report.figures;
