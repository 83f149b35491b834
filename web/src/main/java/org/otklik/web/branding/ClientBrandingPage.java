package org.otklik.web.branding;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.util.Base64;
import org.otklik.access.AccessService;
import org.otklik.branding.BrandingImage;
import org.otklik.branding.BrandingRequest;
import org.otklik.branding.BrandingService;
import org.otklik.branding.ClientBranding;
import org.otklik.branding.preview.BrandingPreview;
import org.otklik.problem.ProblemException;
import org.otklik.report.branding.Palette;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.request.ReportFormat;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.Wording;
import org.otklik.web.report.ChapterForm;
import org.otklik.web.report.FileName;
import org.otklik.web.session.CurrentActor;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** {@code client-branding.xhtml}: look and chapters of a client's reports, with a preview. */
@Named
@ViewScoped
public class ClientBrandingPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "branding.field";

  @Inject private BrandingService brandings;
  @Inject private BrandingDraft draft;
  @Inject private BrandingPreview preview;
  @Inject private AccessService access;
  @Inject private Language language;
  @Inject private Wording wording;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String client;
  private String clientName;
  private String accent;
  private String positive;
  private String negative;
  private String coverText;
  private ChapterForm chapters;

  private transient Shown shown; // drawn at most once a request

  /** Refuses unknown clients, and readers, before anything is shown. */
  public void open() {
    me.get().requireUpload();
    clientName = access.client(me.get(), client == null ? "" : client).name();
    show(brandings.branding(me.get(), client));
  }

  private void show(ClientBranding template) {
    draft.begin(client, template.branding());
    Palette palette = template.branding().palette();
    accent = Palette.hex(palette.accent());
    positive = Palette.hex(palette.positive());
    negative = Palette.hex(palette.negative());
    coverText = template.branding().coverText();
    chapters = new ChapterForm(template.chapters());
  }

  /** What is filled in has changed. */
  public void refresh() {
    shown = null;
  }

  public void save() {
    refresh();
    boolean isSaved =
        problems.told(FORM, () -> brandings.change(me.get(), client, request(), draft.pictures()));
    if (isSaved) {
      tell("branding.saved");
    }
  }

  public void reset() {
    refresh();
    if (problems.told(FORM, () -> brandings.reset(me.get(), client))) {
      show(brandings.branding(me.get(), client));
      tell("branding.reset-done");
    }
  }

  private void tell(String key) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, wording.of(key), null));
  }

  /** Takes a picture out of what is to be saved: {@code logo} or {@code cover}. */
  public void remove(String kind) {
    draft.set(BrandingImage.called(kind), null);
    refresh();
  }

  /** Whether there is such a picture in what is to be saved. */
  public boolean with(String kind) {
    return draft.has(BrandingImage.called(kind));
  }

  private BrandingRequest request() {
    return new BrandingRequest(accent, positive, negative, coverText, chapters.chosen());
  }

  /**
   * Pages of a sample report.
   *
   * @param image as a data URL; null where there are none
   * @param problem why there are none
   */
  public record Shown(String image, String problem) {}

  /** How reports would look with what is filled in. */
  public Shown getShown() {
    if (shown == null) {
      shown = drawn();
    }
    return shown;
  }

  /** The sample report with what is filled in; null, and told, where that cannot be. */
  public StreamedContent sample(ReportFormat format) {
    try {
      byte[] file = preview.file(wanted(), clientName, format, language.getLocale());
      return DefaultStreamedContent.builder()
          .name(FileName.of(clientName, format.ending()))
          .contentType(format.mediaType())
          .stream(() -> new ByteArrayInputStream(file))
          .build();
    } catch (ProblemException e) {
      problems.tell(FORM, e);
      return null;
    }
  }

  private ReportBranding wanted() {
    return brandings.checked(request(), draft.pictures()).branding();
  }

  private Shown drawn() {
    try {
      byte[] png = preview.png(wanted(), clientName, language.getLocale());
      return new Shown("data:image/png;base64," + Base64.getEncoder().encodeToString(png), null);
    } catch (ProblemException e) {
      return new Shown(null, problems.sentence(FORM, e));
    }
  }

  public String getClient() {
    return client;
  }

  public void setClient(String client) {
    this.client = client;
  }

  public String getClientName() {
    return clientName;
  }

  public String getAccent() {
    return accent;
  }

  public void setAccent(String accent) {
    this.accent = accent;
  }

  public String getPositive() {
    return positive;
  }

  public void setPositive(String positive) {
    this.positive = positive;
  }

  public String getNegative() {
    return negative;
  }

  public void setNegative(String negative) {
    this.negative = negative;
  }

  public String getCoverText() {
    return coverText;
  }

  public void setCoverText(String coverText) {
    this.coverText = coverText;
  }

  public ChapterForm getChapters() {
    return chapters;
  }
}
