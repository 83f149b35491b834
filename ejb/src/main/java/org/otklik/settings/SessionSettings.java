package org.otklik.settings;

import java.time.Duration;

/**
 * How long somebody stays signed in to the portal.
 *
 * @param idle without a request; {@code otklik.session.idle-minutes}, default 120
 * @param longest at most, busy or not; {@code otklik.session.longest-minutes}, default 720
 */
public record SessionSettings(Duration idle, Duration longest) {
  private static final int MOST_MINUTES = 60 * 24 * 30;

  /**
   * @throws IllegalStateException naming the property that is wrong
   */
  public static SessionSettings fromSystemProperties() {
    return new SessionSettings(
        minutes("otklik.session.idle-minutes", 120),
        minutes("otklik.session.longest-minutes", 720));
  }

  private static Duration minutes(String property, int otherwise) {
    return Duration.ofMinutes(Math.round(Property.number(property, otherwise, 1, MOST_MINUTES)));
  }
}
