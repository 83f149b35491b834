package org.otklik.branding;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.otklik.access.AccessService;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.identity.Client;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.request.Chapter;
import org.otklik.request.RequestValidator;

/** The clients' templates, limited to the actor's clients; readers see them and change nothing. */
@Stateless
public class BrandingService {
  @Inject private AccessService access;
  @Inject private BrandingStore store;
  @Inject private AuditService audit;

  /**
   * The client's own look, else the standard one.
   *
   * @throws ProblemException CLIENT_UNKNOWN
   */
  public ClientBranding branding(Actor actor, String code) {
    return store.of(access.client(actor, code).id());
  }

  /** Of whoever makes reports of the client. */
  public ClientBranding ofReports(Client client) {
    return store.of(client.id());
  }

  /**
   * What would be saved; nothing is.
   *
   * @param pictures whose pictures it is to have
   * @throws ProblemException what is wrong with it
   */
  public ClientBranding checked(BrandingRequest request, ReportBranding pictures) {
    ClientBranding wanted = RequestValidator.valid(request).withPictures(pictures);
    wanted.branding().palette().requireReadable();
    return wanted;
  }

  /**
   * Saves all but the pictures.
   *
   * @throws ProblemException COLOUR_TOO_PALE, COLOURS_TOO_ALIKE
   */
  public ClientBranding change(Actor actor, String code, BrandingRequest request) {
    return change(actor, code, request, branding(actor, code).branding());
  }

  /**
   * Saves all of it.
   *
   * @param pictures made by {@link BrandingImages}
   */
  public ClientBranding change(
      Actor actor, String code, BrandingRequest request, ReportBranding pictures) {
    actor.requireUpload();
    ClientBranding wanted = checked(request, pictures);
    save(actor, access.client(actor, code), wanted);
    return wanted;
  }

  /**
   * Saves one picture.
   *
   * @param picture made by {@link BrandingImages}; null for none
   */
  public void setPicture(Actor actor, String code, BrandingImage kind, byte[] picture) {
    actor.requireUpload();
    Client client = access.client(actor, code);
    ClientBranding there = store.of(client.id());
    ReportBranding branding = there.branding();
    save(
        actor,
        client,
        new ClientBranding(
            new ReportBranding(
                branding.palette(),
                kind == BrandingImage.LOGO ? picture : branding.logo(),
                kind == BrandingImage.COVER ? picture : branding.cover(),
                branding.coverText()),
            there.chapters()));
  }

  /** Chapters of the client's reports from now on. */
  public void setChapters(Actor actor, Client client, List<Chapter> chapters) {
    actor.requireUpload();
    save(actor, client, new ClientBranding(store.of(client.id()).branding(), chapters));
  }

  /**
   * The picture; PNG for a logo, JPEG for a cover.
   *
   * @throws ProblemException PICTURE_UNKNOWN
   */
  public byte[] picture(Actor actor, String code, BrandingImage kind) {
    ReportBranding branding = branding(actor, code).branding();
    byte[] picture = kind == BrandingImage.LOGO ? branding.logo() : branding.cover();
    if (picture == null) {
      throw new ProblemException(ProblemCode.PICTURE_UNKNOWN);
    }
    return picture;
  }

  /** Back to the standard look with all chapters. */
  public void reset(Actor actor, String code) {
    actor.requireUpload();
    Client client = access.client(actor, code);
    store.remove(client.id());
    audit.done(actor, AuditKind.BRANDING_CHANGED, AuditSubject.client(client));
  }

  private void save(Actor actor, Client client, ClientBranding wanted) {
    store.set(client.id(), wanted, actor.userId());
    audit.done(actor, AuditKind.BRANDING_CHANGED, AuditSubject.client(client));
  }
}
