package org.otklik.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What became of one attempt; every recipient is in one of the lists.
 *
 * @param taken served
 * @param refused refused for good
 * @param unserved to be tried again
 * @param error what the mail server, or the way to it, said; null when all were served
 */
public record MailOutcome(
    List<String> taken, List<String> refused, List<String> unserved, String error) {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>:]+");

  static MailOutcome takenBy(List<String> recipients) {
    return new MailOutcome(recipients, List.of(), List.of(), null);
  }

  /** Servers name the recipient whom they refuse; the log names nobody. */
  public String errorWithoutAddresses() {
    return error == null ? null : ADDRESS.matcher(error).replaceAll("…");
  }

  static MailOutcome refusedTo(List<String> recipients, String error) {
    return new MailOutcome(List.of(), recipients, List.of(), error);
  }

  static MailOutcome unserved(List<String> recipients, String error) {
    return new MailOutcome(List.of(), List.of(), recipients, error);
  }
}
