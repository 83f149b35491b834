package org.otklik.web.branding;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import org.otklik.branding.BrandingImage;
import org.otklik.report.branding.Palette;
import org.otklik.report.branding.ReportBranding;

/** The pictures of the look that a user is working on, checked and not saved. */
@SessionScoped
public class BrandingDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String client;
  private byte[] logo;
  private byte[] cover;

  /** Begins with what the client has. */
  void begin(String code, ReportBranding branding) {
    client = code;
    logo = branding.logo();
    cover = branding.cover();
  }

  boolean isOf(String code) {
    return code.equals(client);
  }

  /**
   * @param picture null for none
   */
  void set(BrandingImage kind, byte[] picture) {
    if (kind == BrandingImage.LOGO) {
      logo = picture;
    } else {
      cover = picture;
    }
  }

  boolean has(BrandingImage kind) {
    return (kind == BrandingImage.LOGO ? logo : cover) != null;
  }

  ReportBranding pictures() {
    return new ReportBranding(Palette.STANDARD, logo, cover, null);
  }
}
