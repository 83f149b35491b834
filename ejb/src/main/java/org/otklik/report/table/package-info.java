/**
 * A report's figures as tables: sheets of a workbook, or CSV files for machines. Called by {@link
 * org.otklik.report.ReportFiles}; must not import persistence.
 */
package org.otklik.report.table;
