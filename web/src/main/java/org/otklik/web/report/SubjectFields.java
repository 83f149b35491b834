package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.ComparedGroups;
import org.otklik.report.ReportService;
import org.otklik.report.ReportSubject;
import org.otklik.web.api.JsonFields;

/** Reads what reports are to be about: the fields {@code creative} and {@code compared}. */
@RequestScoped
public class SubjectFields {
  @Inject private ReportService reports;

  /** With neither of them it is the campaign. */
  public ReportSubject read(JsonFields fields, Actor actor, UUID campaignId) {
    UUID creative = fields.id("creative");
    Optional<ComparedGroups> compared = ComparedFields.read(fields);
    if (compared.isPresent()) {
      if (creative != null) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID, "creative", creative, "null, compared = null");
      }
      return reports.aboutComparison(actor, campaignId, compared.get());
    }
    ReportSubject campaign = reports.aboutCampaign(actor, campaignId);
    return creative == null ? campaign : aboutCreative(actor, campaignId, creative);
  }

  private ReportSubject aboutCreative(Actor actor, UUID campaignId, UUID creative) {
    ReportSubject subject = reports.aboutCreative(actor, creative);
    if (!subject.campaign().publicId().equals(campaignId)) {
      throw new ProblemException(ProblemCode.CREATIVE_UNKNOWN);
    }
    return subject;
  }
}
