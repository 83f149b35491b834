package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.problem.ProblemSentences;

/** The portal's sentences in the user's language: {@code #{t.of('campaigns.title')}}. */
@Named("t")
@RequestScoped
public class Wording {
  @Inject private Language language;

  public String of(String key) {
    return Sentences.of(language.getLocale(), key);
  }

  public String of(String key, Object first) {
    return Sentences.of(language.getLocale(), key, first);
  }

  public String of(String key, Object first, Object second) {
    return Sentences.of(language.getLocale(), key, first, second);
  }

  public String of(String key, Object first, Object second, Object third) {
    return Sentences.of(language.getLocale(), key, first, second, third);
  }

  /**
   * All sentences of an area that a script says, and the terms, as JSON: {@code
   * #{t.script('studio.')}}.
   */
  public String script(String prefix) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Sentences.startingWith(language.getLocale(), prefix).forEach(json::add);
    return json.build().toString();
  }

  /** Whether somebody has written it. */
  public boolean has(String key) {
    return Sentences.has(language.getLocale(), key);
  }

  /** "1 creative", "5 creatives". */
  public String count(String key, long count) {
    return Sentences.count(language.getLocale(), key, count);
  }

  /** A constant's name in words: {@code state.RUNNING}. */
  public String word(String kind, Enum<?> constant) {
    return of(kind + "." + constant.name());
  }

  /** A thing of a kind by its name: {@code language.ru}. */
  public String named(String kind, String name) {
    return of(kind + "." + name);
  }

  public String problem(ProblemCode code) {
    return ProblemSentences.of(code, language.getLocale(), List.of());
  }

  public String problem(ProblemException problem) {
    return problem.sentence(language.getLocale());
  }
}
