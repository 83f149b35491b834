package org.otklik.problem;

import jakarta.ejb.ApplicationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A problem that the user can be told of; rolls the transaction back. It has no stack trace: a
 * table may have a hundred thousand of them, one a line, and where a problem was found is in no
 * sentence.
 */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("\\d[.,]\\d");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

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

  /** The same problem of a field in milliseconds as forms have it, which ask for seconds. */
  public ProblemException inSeconds() {
    boolean isOfMilliseconds =
        code == ProblemCode.FIELD_INVALID
            && arguments != null
            && arguments.size() == 3
            && String.valueOf(arguments.get(0)).endsWith("Ms")
            && WHOLE_NUMBER.matcher(String.valueOf(arguments.get(1))).matches()
            && !DECIMAL.matcher(String.valueOf(arguments.get(2))).find(); // a form's own example
    if (!isOfMilliseconds) {
      return this;
    }
    return new ProblemException(
        code, arguments.get(0), seconds(arguments.get(1)), seconds(arguments.get(2)));
  }

  private static String seconds(Object text) {
    return NUMBER
        .matcher(String.valueOf(text))
        .replaceAll(
            ms ->
                BigDecimal.valueOf(Long.parseLong(ms.group()), 3)
                    .stripTrailingZeros()
                    .toPlainString());
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
