package org.otklik.web.session;

import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Passwords typed twice. */
public final class Passwords {
  private Passwords() {}

  /**
   * @throws ProblemException PASSWORD_UNLIKE
   */
  public static void requireAlike(String password, String again) {
    if (!password.equals(again)) {
      throw new ProblemException(ProblemCode.PASSWORD_UNLIKE);
    }
  }
}
