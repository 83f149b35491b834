package org.otklik.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences for users, in English and Russian. */
public final class ProblemSentences {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ProblemSentences() {}

  public static String of(ProblemCode code, Locale locale, List<Object> arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.otklik.problem.messages",
            locale,
            ProblemSentences.class.getClassLoader(),
            NO_FALLBACK);
    return new MessageFormat(bundle.getString(code.name()), locale).format(arguments.toArray());
  }
}
