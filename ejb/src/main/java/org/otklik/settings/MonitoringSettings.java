package org.otklik.settings;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may read figures of operation.
 *
 * @param metricsToken what a collector sends as {@code Authorization: Bearer}; null: there are no
 *     metrics
 * @param logFormat read by the launcher, before the server logs anything
 */
public record MonitoringSettings(
    @ConfigProperty(name = "otklik.metrics.token")
        @Secret
        @Pattern(regexp = "(?s).{16,}", message = "at least 16 characters")
        String metricsToken,
    @ConfigProperty(name = "otklik.log.format", defaultValue = "TEXT") LogFormat logFormat) {
  /** Of the server's log. */
  public enum LogFormat {
    /** Lines that people read. */
    TEXT,
    /** An object a line, with the ids of request, job and recording. */
    JSON
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "MonitoringSettings[" + (metricsToken == null ? "off" : "on") + "]";
  }
}
