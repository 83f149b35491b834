/**
 * The structure of a PDF: headings, paragraphs, tables and pictures with their words, for those who
 * have it read to them. JasperReports has the places for it, but no tagger of its own any more.
 */
package org.otklik.report.tagging;
