/** What a report is asked to be: subject, groups, format and language. Before report.figures. */
package org.otklik.report.request;
