package org.otklik.problem;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Locale;

/** A problem that the user can be told of; rolls the transaction back. */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Object> arguments;

  /**
   * @param arguments what the code's sentence names, in its order
   */
  public ProblemException(ProblemCode code, Object... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  public ProblemCode code() {
    return code;
  }

  /** The sentence for the user: what happened and what to do next. */
  public String sentence(Locale locale) {
    return ProblemSentences.of(code, locale, arguments == null ? List.of() : arguments);
  }
}
