package org.otklik.web.settings;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.campaign.MetricRequest;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.web.portal.FormText;

/** A campaign's settings as the page's form has them: shares in per cent, all else in its unit. */
public class MetricForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private String stateThreshold;
  private String coverageLimit;
  private String minResponseShare;
  private String minResponseSeconds;
  private String silentWeight;

  /** Names of groups by names of emotions. */
  private final Map<String, String> polarity = new LinkedHashMap<>();

  private BaselineMethod baseline;
  private String baselineSeconds;
  private String smoothingMs;

  static MetricForm of(MetricSettings settings) {
    MetricForm form = new MetricForm();
    form.stateThreshold = percent(settings.stateThreshold());
    form.coverageLimit = percent(settings.trace().coverageLimit());
    form.minResponseShare = percent(settings.trace().leastTraceShare());
    form.minResponseSeconds = plain(BigDecimal.valueOf(settings.trace().leastTraceSeconds()));
    form.silentWeight = plain(BigDecimal.valueOf(settings.silentWeight()));
    settings
        .polarity()
        .groups()
        .forEach((emotion, group) -> form.polarity.put(emotion.name(), group.name()));
    form.baseline = settings.correction().baseline();
    Integer seconds = settings.correction().baselineSeconds();
    form.baselineSeconds = seconds == null ? null : seconds.toString();
    form.smoothingMs = Integer.toString(settings.correction().smoothingMs());
    return form;
  }

  private static String percent(double share) {
    return plain(BigDecimal.valueOf(share).multiply(HUNDRED));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /**
   * The settings as they are asked for.
   *
   * @throws ProblemException naming the field that is missing or no number
   */
  MetricRequest request() {
    Map<String, EmotionGroup> groups = new TreeMap<>();
    polarity.forEach((emotion, group) -> groups.put(emotion, EmotionGroup.valueOf(group)));
    return new MetricRequest(
        share("stateThreshold", stateThreshold),
        share("coverageLimit", coverageLimit),
        share("minResponseShare", minResponseShare),
        number("minResponseSeconds", minResponseSeconds).doubleValue(),
        number("silentWeight", silentWeight).doubleValue(),
        groups,
        baseline,
        baseline == BaselineMethod.FIRST_SECONDS
            ? FormText.wholeNumber("baselineSeconds", baselineSeconds)
            : null,
        FormText.wholeNumber("smoothingMs", smoothingMs));
  }

  private static double share(String field, String text) {
    BigDecimal percent = number(field, text);
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field, Fields.shortened(text), "0…100 %");
    }
    return percent.movePointLeft(2).doubleValue();
  }

  /** With a point or, as Russians write it, a comma. */
  private static BigDecimal number(String field, String text) {
    if (text == null || text.isBlank()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, field);
    }
    String number = text.strip().replace(',', '.');
    if (!number.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field, Fields.shortened(text), "0, 0.5, 1, …");
    }
    return new BigDecimal(number);
  }

  /** Those whose group can be chosen. */
  public Emotion[] getEmotions() {
    return Arrays.stream(Emotion.values())
        .filter(emotion -> emotion != Emotion.NEUTRAL)
        .toArray(Emotion[]::new);
  }

  public EmotionGroup[] getGroups() {
    return EmotionGroup.values();
  }

  public BaselineMethod[] getBaselines() {
    return BaselineMethod.values();
  }

  public Map<String, String> getPolarity() {
    return polarity;
  }

  public String getStateThreshold() {
    return stateThreshold;
  }

  public void setStateThreshold(String stateThreshold) {
    this.stateThreshold = stateThreshold;
  }

  public String getCoverageLimit() {
    return coverageLimit;
  }

  public void setCoverageLimit(String coverageLimit) {
    this.coverageLimit = coverageLimit;
  }

  public String getMinResponseShare() {
    return minResponseShare;
  }

  public void setMinResponseShare(String minResponseShare) {
    this.minResponseShare = minResponseShare;
  }

  public String getMinResponseSeconds() {
    return minResponseSeconds;
  }

  public void setMinResponseSeconds(String minResponseSeconds) {
    this.minResponseSeconds = minResponseSeconds;
  }

  public String getSilentWeight() {
    return silentWeight;
  }

  public void setSilentWeight(String silentWeight) {
    this.silentWeight = silentWeight;
  }

  public BaselineMethod getBaseline() {
    return baseline;
  }

  public void setBaseline(BaselineMethod baseline) {
    this.baseline = baseline;
  }

  public String getBaselineSeconds() {
    return baselineSeconds;
  }

  public void setBaselineSeconds(String baselineSeconds) {
    this.baselineSeconds = baselineSeconds;
  }

  public String getSmoothingMs() {
    return smoothingMs;
  }

  public void setSmoothingMs(String smoothingMs) {
    this.smoothingMs = smoothingMs;
  }
}
