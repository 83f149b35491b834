/**
 * The PDF report of a campaign: {@link org.otklik.report.CampaignReport} holds all that it shows,
 * {@link org.otklik.report.ReportRenderer} puts it on pages with JasperReports. Called by the job
 * that writes reports. Pure presentation: computes no metric, knows no entity and no server, and
 * must not import persistence.
 *
 * <p>Each page has a template (the {@code .jrxml} beside the resources of this package, compiled
 * when the module is built) and a section class that fills it.
 */
package org.otklik.report;
