package org.otklik.web.trailer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.problem.ProblemException;
import org.otklik.trailer.TrailerMeasure;
import org.otklik.trailer.cut.HiddenStretch;
import org.otklik.trailer.cut.ShotRequest;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerRequest;
import org.otklik.trailer.cut.TrailerSettings;
import org.otklik.web.portal.FormText;

/** A trailer as the page's form has it. */
public class TrailerForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name;
  private final Map<String, String> weights = new LinkedHashMap<>();
  private String length;
  private String maxShots;
  private String minShot;
  private String maxShot;
  private boolean oneShotPerScene;
  private String maxPerScene;
  private boolean rising;
  private String hiddenEndPercent;
  private String delay;

  /** Only programs set them so far; they are kept as they are. */
  private final List<HiddenStretch> hidden = new ArrayList<>();

  private final List<ShotForm> shots = new ArrayList<>();

  /** A third of the creative, between six seconds and half a minute. */
  static TrailerForm ofNew(String name, int creativeSeconds) {
    TrailerForm form = of(TrailerSettings.standard());
    form.name = name;
    form.length = Integer.toString(Math.max(6, Math.min(30, creativeSeconds / 3)));
    return form;
  }

  static TrailerForm of(Trailer trailer) {
    TrailerForm form = of(trailer.settings());
    form.name = trailer.name();
    trailer.shots().forEach(shot -> form.shots.add(ShotForm.of(shot.scored(), shot.isLocked())));
    return form;
  }

  private static TrailerForm of(TrailerSettings settings) {
    TrailerForm form = new TrailerForm();
    for (TrailerMeasure measure : TrailerMeasure.values()) {
      form.weights.put(
          measure.name(), Integer.toString(settings.weights().getOrDefault(measure, 0)));
    }
    form.length = ShotForm.seconds(settings.lengthMs());
    form.maxShots = settings.maxShots().toString();
    form.minShot = ShotForm.seconds(settings.minShotMs());
    form.maxShot = ShotForm.seconds(settings.maxShotMs());
    form.oneShotPerScene = settings.oneShotPerScene();
    form.maxPerScene =
        settings.maxPerSceneMs() == null ? null : ShotForm.seconds(settings.maxPerSceneMs());
    form.rising = settings.isRising();
    form.hiddenEndPercent = settings.hiddenEndPercent().toString();
    form.delay = settings.delayMs() == null ? null : ShotForm.seconds(settings.delayMs());
    form.hidden.addAll(settings.hidden());
    return form;
  }

  /**
   * @throws ProblemException naming a field that cannot even be written down
   */
  TrailerSettings settings() {
    Map<TrailerMeasure, Integer> chosen = new EnumMap<>(TrailerMeasure.class);
    weights.forEach(
        (measure, weight) -> {
          Integer number = FormText.wholeNumber("weights", weight);
          if (number != null && number != 0) {
            chosen.put(TrailerMeasure.valueOf(measure), number);
          }
        });
    return new TrailerSettings(
        chosen,
        FormText.milliseconds("lengthMs", length),
        FormText.wholeNumber("maxShots", maxShots),
        FormText.milliseconds("minShotMs", minShot),
        FormText.milliseconds("maxShotMs", maxShot),
        oneShotPerScene,
        FormText.milliseconds("maxPerSceneMs", maxPerScene),
        rising,
        FormText.wholeNumber("hiddenEndPercent", hiddenEndPercent),
        List.copyOf(hidden),
        FormText.milliseconds("delayMs", delay));
  }

  List<ShotRequest> shotRequests() {
    return shots.stream().map(ShotForm::request).toList();
  }

  TrailerRequest request() {
    return new TrailerRequest(name, settings(), shotRequests());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** By the measure's name; the page writes into it. */
  public Map<String, String> getWeights() {
    return weights;
  }

  public String getLength() {
    return length;
  }

  public void setLength(String length) {
    this.length = length;
  }

  public String getMaxShots() {
    return maxShots;
  }

  public void setMaxShots(String maxShots) {
    this.maxShots = maxShots;
  }

  public String getMinShot() {
    return minShot;
  }

  public void setMinShot(String minShot) {
    this.minShot = minShot;
  }

  public String getMaxShot() {
    return maxShot;
  }

  public void setMaxShot(String maxShot) {
    this.maxShot = maxShot;
  }

  public boolean isOneShotPerScene() {
    return oneShotPerScene;
  }

  public void setOneShotPerScene(boolean oneShotPerScene) {
    this.oneShotPerScene = oneShotPerScene;
  }

  /** Empty for any amount. */
  public String getMaxPerScene() {
    return maxPerScene;
  }

  public void setMaxPerScene(String maxPerScene) {
    this.maxPerScene = maxPerScene;
  }

  public boolean isRising() {
    return rising;
  }

  public void setRising(boolean rising) {
    this.rising = rising;
  }

  public String getHiddenEndPercent() {
    return hiddenEndPercent;
  }

  public void setHiddenEndPercent(String hiddenEndPercent) {
    this.hiddenEndPercent = hiddenEndPercent;
  }

  public String getDelay() {
    return delay;
  }

  public void setDelay(String delay) {
    this.delay = delay;
  }

  public List<ShotForm> getShots() {
    return shots;
  }
}
