package org.otklik.problem;

import jakarta.ejb.ApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A problem that the user can be told of; rolls the transaction back. It has no stack trace: a
 * table may have a hundred thousand of them, one a line, and where a problem was found is in no
 * sentence.
 */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Object> arguments;

  /**
   * @param arguments what the code's sentence names, in its order
   */
  public ProblemException(ProblemCode code, Object... arguments) {
    super(code + " " + List.of(arguments), null, true, false);
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

  /** The field that it names, without what stands before it; empty where it names none. */
  public Optional<String> field() {
    return isNamed()
        ? Optional.of(String.valueOf(arguments.get(0)).replaceFirst(".*\\.", ""))
        : Optional.empty();
  }

  private boolean isNamed() {
    boolean named =
        code == ProblemCode.FIELD_MISSING
            || code == ProblemCode.FIELD_INVALID
            || code == ProblemCode.RETENTION_TOO_LONG
            || code == ProblemCode.COLOUR_TOO_PALE
            || code == ProblemCode.COLOURS_TOO_ALIKE;
    return named && arguments != null && !arguments.isEmpty();
  }

  /** The same problem, with the fields that it names called otherwise; others are as they are. */
  public ProblemException calling(UnaryOperator<String> field) {
    if (!isNamed()) {
      return this;
    }
    List<Object> called = new ArrayList<>(arguments);
    called.set(0, field.apply(String.valueOf(called.get(0))));
    if (code == ProblemCode.COLOURS_TOO_ALIKE) {
      called.set(1, field.apply(String.valueOf(called.get(1))));
    }
    return new ProblemException(code, called.toArray());
  }
}
