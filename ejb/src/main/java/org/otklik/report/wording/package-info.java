/**
 * The report's language: sentences, counts with their plural forms, numbers and times in the form
 * of a locale. Called by the report's sections and drawings. Imports nothing of JasperReports, so
 * that wording can be tested without a page.
 */
package org.otklik.report.wording;
