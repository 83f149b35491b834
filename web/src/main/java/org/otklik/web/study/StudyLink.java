package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.study.Study;
import org.otklik.web.portal.PortalAddress;
import org.otklik.web.session.RequestPaths;

/** The link that a study's viewers are given. */
@Named
@RequestScoped
public class StudyLink {
  @Inject private PortalAddress portal;

  public String of(Study study) {
    return of(study.linkCode());
  }

  /** A personal link, or the open one. */
  public String of(String linkCode) {
    return portal.of(RequestPaths.STUDY + "?link=" + linkCode);
  }

  /** The link as a picture for phones: an SVG, as an address that holds its own data. */
  public String qrCode(Study study) {
    return QrCode.address(of(study));
  }
}
