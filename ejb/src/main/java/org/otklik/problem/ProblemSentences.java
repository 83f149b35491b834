package org.otklik.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.otklik.terms.TermBundle;

/** The sentences for users, in English and Russian. */
public final class ProblemSentences {
  private ProblemSentences() {}

  public static String of(ProblemCode code, Locale locale, List<Object> arguments) {
    ResourceBundle bundle =
        TermBundle.of(
            "org.otklik.problem.messages", locale, ProblemSentences.class.getClassLoader());
    return new MessageFormat(bundle.getString(code.name()), locale).format(arguments.toArray());
  }
}
