package org.otklik.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.otklik.identity.Account;
import org.otklik.identity.Actor;
import org.otklik.identity.Role;
import org.otklik.identity.SignInMethod;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** On whose behalf this request is made, for resources and pages. */
@RequestScoped
@Named("me")
public class CurrentActor {
  static final String ATTRIBUTE = Actor.class.getName();

  @Inject private HttpServletRequest request;

  /**
   * @throws ProblemException SIGN_IN_NEEDED
   */
  public Actor get() {
    return find().orElseThrow(() -> new ProblemException(ProblemCode.SIGN_IN_NEEDED));
  }

  public Optional<Actor> find() {
    return Optional.ofNullable((Actor) request.getAttribute(ATTRIBUTE));
  }

  /**
   * @throws ProblemException NOT_ALLOWED
   */
  public Actor administrator() {
    if (get().role() != Role.ADMINISTRATOR) {
      throw new ProblemException(ProblemCode.NOT_ALLOWED);
    }
    return get();
  }

  /**
   * @throws ProblemException SESSION_OVER unless the request carries the session's upload token
   */
  public Actor uploader() {
    if (!PortalSession.isUploadToken(request, request.getHeader("X-Upload-Token"))) {
      throw new ProblemException(ProblemCode.SESSION_OVER);
    }
    return get();
  }

  public boolean isSignedIn() {
    return find().isPresent();
  }

  public boolean isAdministrating() {
    return get().isAdministrator();
  }

  /** Whether there is a password to change: who comes by the provider has none. */
  public boolean isWithPassword() {
    return ((Account) request.getAttribute(SignedInFilter.ACCOUNT)).wayIn()
        == SignInMethod.PASSWORD;
  }

  public String getDisplayName() {
    return get().displayName();
  }

  /** The name of the user's own time zone; null for the browser's. */
  public String getZone() {
    ZoneId zone = get().zone();
    return zone == null ? null : zone.getId();
  }

  public boolean isUploading() {
    return get().mayUpload();
  }

  public String getUploadToken() {
    return PortalSession.uploadToken(request).orElse("");
  }
}
