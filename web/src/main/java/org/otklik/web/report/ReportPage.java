package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.otklik.problem.ProblemCode;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.session.CurrentActor;

/**
 * {@code report.xhtml}: the address of a report in mails. Being a page it leads those who are not
 * signed in to the sign-in, and back; then it hands out the file.
 */
@Named
@RequestScoped
public class ReportPage {
  @Inject private ReportService reports;
  @Inject private CurrentActor me;

  private String id;

  /** Refuses unknown reports. */
  public void open() throws IOException {
    Report report = reports.report(me.get(), PageAddress.id(id, ProblemCode.REPORT_UNKNOWN));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(
        external.getRequestContextPath() + "/api/v1/reports/" + report.publicId() + "/file");
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
