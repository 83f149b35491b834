package org.otklik.report.page;

/** A report could not be put on pages: a fault of the program or of its installation. */
public class ReportNotWrittenException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ReportNotWrittenException(String message, Throwable cause) {
    super(message, cause);
  }
}
