package org.otklik.settings;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may read figures of operation.
 *
 * @param metricsToken what a collector sends as {@code Authorization: Bearer}; null: there are no
 *     metrics
 */
public record MonitoringSettings(
    @ConfigProperty(name = "otklik.metrics.token")
        @Secret
        @Pattern(regexp = "(?s).{16,}", message = "at least 16 characters")
        String metricsToken) {

  /** Without the token. */
  @Override
  public String toString() {
    return "MonitoringSettings[" + (metricsToken == null ? "off" : "on") + "]";
  }
}
