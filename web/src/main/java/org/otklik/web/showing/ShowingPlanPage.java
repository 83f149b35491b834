package org.otklik.web.showing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.showing.Showing;
import org.otklik.showing.ShowingRequest;
import org.otklik.showing.ShowingService;
import org.otklik.study.ConsentTemplate;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.FormText;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/** {@code showing-plan.xhtml}: a live showing of a creative is created. */
@Named
@ViewScoped
public class ShowingPlanPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "study.field";

  @Inject private CampaignService campaigns;
  @Inject private ShowingService showings;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String creativeId;
  private String name;
  private String consentEn;
  private String consentRu;
  private String minAge = "18";

  // Read anew for every request, at most once.
  private transient Creative creative;

  /** Refuses unknown creatives, and readers, before anything is shown. */
  public void open() {
    me.get().requireUpload();
    if (getCreative().isScript()) {
      throw new ProblemException(ProblemCode.CALLS_HAVE_NO_VIDEO);
    }
    name = getCreative().name();
    consentEn = ConsentTemplate.ofShowing("en");
    consentRu = ConsentTemplate.ofShowing("ru");
  }

  /** To the host's page when it is stored. */
  public void save() {
    problems.told(
        FORM,
        () -> {
          Showing showing =
              showings.create(
                  me.get(),
                  getCreative().campaign().publicId(),
                  new ShowingRequest(
                      name,
                      getCreative().publicId(),
                      consentEn,
                      consentRu,
                      FormText.wholeNumber("minAge", minAge)));
          PageRedirect.to("/showing-host.xhtml?showing=" + showing.publicId());
        });
  }

  public Creative getCreative() {
    if (creative == null) {
      UUID id = PageAddress.id(creativeId, ProblemCode.CREATIVE_UNKNOWN);
      creative = campaigns.creative(me.get(), id);
    }
    return creative;
  }

  public String getCreativeId() {
    return creativeId;
  }

  public void setCreativeId(String creativeId) {
    this.creativeId = creativeId;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getConsentEn() {
    return consentEn;
  }

  public void setConsentEn(String consentEn) {
    this.consentEn = consentEn;
  }

  public String getConsentRu() {
    return consentRu;
  }

  public void setConsentRu(String consentRu) {
    this.consentRu = consentRu;
  }

  public String getMinAge() {
    return minAge;
  }

  public void setMinAge(String minAge) {
    this.minAge = minAge;
  }
}
