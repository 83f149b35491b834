/**
 * Vector drawings of the report: charts, the strip of the ad's frames, small bars. Each is drawn in
 * Java2D through JasperReports, so that lines stay lines and text stays text in the PDF. Called by
 * the report's sections. Knows the metrics' values and the wording, no template and no page.
 */
package org.otklik.report.drawing;
