package org.otklik.web.monitoring;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.otklik.administration.OperatingService;
import org.otklik.settings.MonitoringSettings;

/**
 * {@code /metrics}, for Prometheus: for whoever sends the settings' token, and nobody where there
 * is none. Answers while the database is away, too, without what only it knows.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  @Inject private transient MonitoringSettings settings;
  @Inject private transient OperatingService operating;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (settings.metricsToken() == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!mayRead(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", BEARER.strip());
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.setContentType(PrometheusText.MEDIA_TYPE);
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().write(text());
    }
  }

  /** Takes equally long whether the token is right or wrong. */
  private boolean mayRead(String authorization) {
    return authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
            settings.metricsToken().getBytes(StandardCharsets.UTF_8));
  }

  private String text() {
    PrometheusText text = new PrometheusText();
    WorkFigures.write(text, operating.report());
    MachineFigures.write(text);
    ProcessFigures.write(text);
    return text.toString();
  }
}
