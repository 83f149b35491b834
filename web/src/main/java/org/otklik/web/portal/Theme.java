package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Light or dark: as chosen in this browser, else as the device has it. */
@Named
@RequestScoped
public class Theme {
  private static final String AS_THE_DEVICE = "system";
  private static final Map<String, String> DARK_MEDIA =
      Map.of(AS_THE_DEVICE, "(prefers-color-scheme: dark)", "dark", "all", "light", "not all");

  @Inject private HttpServletRequest request;

  public String getColours() {
    return Choice.COLOURS.in(request).orElse(AS_THE_DEVICE);
  }

  /** The media query of the style sheet with the dark colours. */
  public String getDarkMedia() {
    return DARK_MEDIA.get(getColours());
  }
}
