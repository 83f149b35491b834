package org.otklik.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How somebody stays signed in to the portal. */
public record SessionSettings(
    @ConfigProperty(name = "otklik.session.idle-minutes", defaultValue = "120")
        @Min(1)
        @Max(SessionSettings.MAX_MINUTES)
        int idleMinutes,
    @ConfigProperty(name = "otklik.session.longest-minutes", defaultValue = "720")
        @Min(1)
        @Max(SessionSettings.MAX_MINUTES)
        int longestMinutes) {
  static final int MAX_MINUTES = 60 * 24 * 30;

  /** Without a request. */
  public Duration idle() {
    return Duration.ofMinutes(idleMinutes);
  }

  /** At most, busy or not. */
  public Duration longest() {
    return Duration.ofMinutes(longestMinutes);
  }
}
