package org.otklik.web.portal;

import java.util.UUID;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** What a page's address names. */
public final class PageAddress {
  private PageAddress() {}

  /**
   * @param unknown what is told when it is no UUID
   */
  public static UUID id(String text, ProblemCode unknown) {
    try {
      return UUID.fromString(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(unknown);
    }
  }
}
