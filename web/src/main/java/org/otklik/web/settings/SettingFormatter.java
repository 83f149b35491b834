package org.otklik.web.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.emotion.Emotion;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.Wording;

/** Settings in the words of the page, to tell what differs between versions. */
@RequestScoped
class SettingFormatter {
  private static final int PLACES = 4;

  @Inject private Wording wording;
  @Inject private Language language;

  /** In the page's order; none when nothing differs. */
  List<SettingChange> between(MetricSettings before, MetricSettings after) {
    Map<String, String> from = words(before);
    Map<String, String> to = words(after);
    List<SettingChange> changes = new ArrayList<>();
    from.forEach(
        (name, value) -> {
          if (!value.equals(to.get(name))) {
            changes.add(new SettingChange(name, value, to.get(name)));
          }
        });
    return changes;
  }

  private Map<String, String> words(MetricSettings settings) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(name("stateThreshold"), share(settings.stateThreshold()));
    words.put(name("coverageLimit"), share(settings.trace().coverageLimit()));
    words.put(name("minResponseShare"), share(settings.trace().leastTraceShare()));
    words.put(name("minResponseSeconds"), number(settings.trace().leastTraceSeconds()));
    words.put(name("silentWeight"), number(settings.silentWeight()));
    for (Emotion emotion : Emotion.values()) {
      words.put(
          wording.word("emotion", emotion),
          wording.word("group", settings.polarity().groupOf(emotion)));
    }
    words.put(name("baseline"), baseline(settings.correction()));
    words.put(name("smoothingMs"), number(settings.correction().smoothingMs()));
    return words;
  }

  private String name(String field) {
    return wording.of("settings.field." + field);
  }

  private String baseline(CorrectionSettings correction) {
    String method = wording.word("baseline", correction.baseline());
    return correction.baseline() == BaselineMethod.FIRST_SECONDS
        ? method + " (" + correction.baselineSeconds() + ")"
        : method;
  }

  private String share(double share) {
    NumberFormat percent = NumberFormat.getPercentInstance(language.getLocale());
    percent.setMaximumFractionDigits(PLACES);
    return percent.format(share);
  }

  private String number(double number) {
    NumberFormat plain = NumberFormat.getNumberInstance(language.getLocale());
    plain.setMaximumFractionDigits(PLACES);
    return plain.format(number);
  }
}
