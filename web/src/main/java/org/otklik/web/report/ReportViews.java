package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.otklik.report.Report;
import org.otklik.web.problem.ProblemLanguage;

/** Puts a report's view together with the address of its PDF. */
@RequestScoped
class ReportViews {
  @Inject private HttpServletRequest request;

  ReportView of(Report report) {
    return ReportView.of(report, address(report) + "/file", ProblemLanguage.of(request));
  }

  URI address(Report report) {
    return UriBuilder.fromUri(request.getRequestURL().toString())
        .replacePath(request.getContextPath() + "/api/v1/reports/" + report.publicId())
        .build();
  }
}
