package org.otklik.web.portal;

import jakarta.faces.application.FacesMessage;
import java.util.Optional;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * What a form is refused with. Where it is about one field, the page marks and focuses that one.
 */
public final class FieldMessage extends FacesMessage {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field its name, as the form's controls carry it in {@code id} or {@code data-field};
   *     null for none
   */
  public FieldMessage(String sentence, String field) {
    super(SEVERITY_ERROR, sentence, null);
    this.field = field;
  }

  static FieldMessage of(ProblemException problem, String sentence) {
    return new FieldMessage(sentence, problem.field().or(() -> meant(problem.code())).orElse(null));
  }

  /** Problems whose sentences name no field, although one is meant. */
  private static Optional<String> meant(ProblemCode code) {
    return Optional.ofNullable(
        switch (code) {
          case PASSWORD_WRONG -> "old";
          case PASSWORD_LENGTH, PASSWORD_COMMON, PASSWORD_IS_LOGIN, PASSWORD_SAME -> "password";
          case PASSWORD_UNLIKE -> "again";
          case SETUP_CODE_WRONG -> "code";
          case GROUPS_ALIKE, GROUP_IN_GROUP -> "second";
          default -> null;
        });
  }

  /** Null for none. */
  String field() {
    return field;
  }
}
