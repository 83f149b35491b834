/**
 * Reports as slides (PPTX, 16:9): one message a slide, with charts that can be edited there. For
 * {@link org.otklik.report.ReportFiles}; it knows nothing of pages.
 */
package org.otklik.report.slides;
