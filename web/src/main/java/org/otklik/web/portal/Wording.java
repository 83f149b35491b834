package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.problem.ProblemSentences;
import org.otklik.terms.CallBundle;
import org.otklik.terms.TermBundle;

/** The portal's sentences in the user's language: {@code #{t.of('campaigns.title')}}. */
@Named("t")
@RequestScoped
public class Wording {
  private static final String OF_CALLS = Wording.class.getName() + ".ofCalls";

  @Inject private Language language;

  /** For as long as the page is shown: whether it is on calls, in whose words it speaks then. */
  public void speakOfCalls(boolean isOfCalls) {
    FacesContext.getCurrentInstance().getViewRoot().getViewMap().put(OF_CALLS, isOfCalls);
  }

  private boolean isOfCalls() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Map<String, Object> view =
        faces == null || faces.getViewRoot() == null ? null : faces.getViewRoot().getViewMap(false);
    return view != null && Boolean.TRUE.equals(view.get(OF_CALLS));
  }

  private ResourceBundle bundle() {
    return inWords(Sentences.bundle(language.getLocale()));
  }

  private ResourceBundle inWords(ResourceBundle bundle) {
    return isOfCalls() ? new CallBundle(bundle) : bundle;
  }

  public String of(String key) {
    return Sentences.of(bundle(), language.getLocale(), key);
  }

  public String of(String key, Object first) {
    return Sentences.of(bundle(), language.getLocale(), key, first);
  }

  public String of(String key, Object first, Object second) {
    return Sentences.of(bundle(), language.getLocale(), key, first, second);
  }

  public String of(String key, Object first, Object second, Object third) {
    return Sentences.of(bundle(), language.getLocale(), key, first, second, third);
  }

  public String of(String key, Object first, Object second, Object third, Object fourth) {
    return Sentences.of(bundle(), language.getLocale(), key, first, second, third, fourth);
  }

  /**
   * All sentences of an area that a script says, and the terms, as JSON: {@code
   * #{t.script('studio.')}}.
   */
  public String script(String prefix) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Sentences.startingWith(bundle(), inWords(TermBundle.terms(language.getLocale())), prefix)
        .forEach(json::add);
    return json.build().toString();
  }

  /** Whether somebody has written it. */
  public boolean has(String key) {
    return Sentences.has(language.getLocale(), key);
  }

  /** "1 creative", "5 creatives". */
  public String count(String key, long count) {
    return Sentences.count(bundle(), language.getLocale(), key, count);
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
