package org.otklik.web.portal;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Leads on to another page of the portal. */
public final class PageRedirect {
  private PageRedirect() {}

  /**
   * @param address within the application, with its leading slash
   */
  public static void to(String address) {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    try {
      external.redirect(external.getRequestContextPath() + address);
    } catch (IOException e) {
      throw new UncheckedIOException("The browser has gone.", e);
    }
  }
}
