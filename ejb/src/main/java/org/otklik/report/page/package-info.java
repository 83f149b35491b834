/**
 * The PDF: {@link org.otklik.report.page.ReportRenderer} puts the figures of a report on pages with
 * JasperReports. Pure presentation: knows no entity and no server, and must not import persistence.
 */
package org.otklik.report.page;
