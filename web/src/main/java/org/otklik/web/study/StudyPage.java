package org.otklik.web.study;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.study.Study;
import org.otklik.study.StudyRequest;
import org.otklik.study.StudyService;
import org.otklik.study.invitation.InvitationLine;
import org.otklik.study.invitation.InvitationService;
import org.otklik.study.participation.ConsentRecordService;
import org.otklik.study.participation.Participation;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/** {@code study-plan.xhtml}: a study, created or changed by a form, and who agreed to what. */
@Named
@ViewScoped
public class StudyPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "study.field";
  private static final int MAX_SHOWN = 200;

  @Inject private CampaignService campaigns;
  @Inject private StudyService studies;
  @Inject private ConsentRecordService consentRecords;
  @Inject private InvitationService invitations;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String campaignId;
  private String studyId;
  private StudyForm form;
  private String codes;
  private Integer invited;

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient List<Creative> creatives;
  private transient List<Participation> consents;
  private transient List<InvitationLine> lines;

  /** Refuses unknown campaigns and studies, and readers, before anything is shown. */
  public void open() {
    if (studyId == null) {
      getCampaign();
      me.get().requireUpload();
      form = StudyForm.ofNew(getCreatives());
      return;
    }
    Study study = studies.study(me.get(), studyUuid());
    me.get().requireUpload();
    campaignId = study.campaign().publicId().toString();
    form = StudyForm.of(study, studies.consentTexts(me.get(), studyUuid()));
  }

  /** Back to the list when it is stored. */
  public void save() {
    problems.told(
        FORM,
        () -> {
          StudyRequest request = form.request();
          if (studyId == null) {
            studies.create(me.get(), campaignUuid(), request);
          } else {
            studies.change(me.get(), studyUuid(), request);
          }
          PageRedirect.to("/studies.xhtml?campaign=" + campaignUuid());
        });
  }

  /** Makes personal links for the codes. */
  public void invite() {
    problems.told(
        FORM,
        () -> {
          int made =
              invitations.invite(
                  me.get(),
                  studyUuid(),
                  new ByteArrayInputStream(codes.getBytes(StandardCharsets.UTF_8)));
          codes = null;
          lines = null;
          invited = made;
        });
  }

  /** The personal links and what became of them. */
  public List<InvitationLine> getInvitations() {
    if (lines == null) {
      lines = studyId == null ? List.of() : invitations.links(me.get(), studyUuid());
    }
    return lines;
  }

  /** The first of them: the file has all. */
  public List<InvitationLine> getShownInvitations() {
    return getInvitations().stream().limit(MAX_SHOWN).toList();
  }

  /** How many were made just now; null before. */
  public Integer getInvited() {
    return invited;
  }

  public String getCodes() {
    return codes;
  }

  public void setCodes(String codes) {
    this.codes = codes;
  }

  public boolean isNew() {
    return studyId == null;
  }

  /** Who agreed, the newest first; nobody for a study that is only being created. */
  public List<Participation> getConsents() {
    if (consents == null) {
      consents = studyId == null ? List.of() : consentRecords.consents(me.get(), studyUuid());
    }
    return consents;
  }

  public List<Creative> getCreatives() {
    if (creatives == null) {
      creatives = campaigns.creatives(me.get(), campaignUuid());
    }
    return creatives;
  }

  public Campaign getCampaign() {
    if (campaign == null) {
      campaign = campaigns.campaign(me.get(), campaignUuid());
    }
    return campaign;
  }

  private UUID campaignUuid() {
    return PageAddress.id(campaignId, ProblemCode.CAMPAIGN_UNKNOWN);
  }

  private UUID studyUuid() {
    return PageAddress.id(studyId, ProblemCode.STUDY_UNKNOWN);
  }

  public StudyForm getForm() {
    return form;
  }

  public String getCampaignId() {
    return campaignId;
  }

  public void setCampaignId(String campaignId) {
    this.campaignId = campaignId;
  }

  public String getStudyId() {
    return studyId;
  }

  public void setStudyId(String studyId) {
    this.studyId = studyId;
  }
}
