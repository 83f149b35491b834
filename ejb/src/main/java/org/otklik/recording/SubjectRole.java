package org.otklik.recording;

import java.util.regex.Pattern;
import org.otklik.problem.Fields;
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

  /** Whom the law means, in both languages. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "employees?|workers?|staff|personnel|students?|pupils?|trainees?|interns?|apprentices?"
              + "|сотрудни(?:к|ца|ки)|работни(?:к|ца|ки)|персонал|студент(?:ка|ы)?|учащ(?:ий|ая|ие)ся"
              + "|учени(?:к|ца|ки)|школьни(?:к|ца|ки)|стажёр|стажер|практикант(?:ка)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * Reads a role as users send it; none means VIEWER.
   *
   * @throws ProblemException SUBJECT_ROLE_REFUSED or, for a word that means nothing here,
   *     SUBJECT_ROLE_UNKNOWN
   */
  public static SubjectRole of(String text) {
    if (text == null || text.isBlank()) {
      return VIEWER;
    }
    for (SubjectRole role : values()) {
      if (role.name().equalsIgnoreCase(text.strip())) {
        return role;
      }
    }
    throw FORBIDDEN.matcher(text.strip()).matches()
        ? new ProblemException(ProblemCode.SUBJECT_ROLE_REFUSED)
        : new ProblemException(ProblemCode.SUBJECT_ROLE_UNKNOWN, Fields.shortened(text));
  }
}
