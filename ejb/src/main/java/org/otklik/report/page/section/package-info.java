/**
 * A section class for each page of the PDF; it fills the template of the same name, the {@code
 * .jrxml} beside this package's resources, compiled when the module is built.
 */
package org.otklik.report.page.section;
