package org.otklik.recording;

import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Who is filmed. Employees and students are no choice: inferring their emotions is forbidden (EU AI
 * Act, Article 5(1)(f)).
 */
public enum SubjectRole {
  VIEWER,
  CUSTOMER,
  GUEST;

  /** Reads a role as users send it; none means VIEWER. */
  public static SubjectRole of(String text) {
    if (text == null || text.isBlank()) {
      return VIEWER;
    }
    for (SubjectRole role : values()) {
      if (role.name().equalsIgnoreCase(text.strip())) {
        return role;
      }
    }
    throw new ProblemException(ProblemCode.SUBJECT_ROLE_REFUSED);
  }
}
