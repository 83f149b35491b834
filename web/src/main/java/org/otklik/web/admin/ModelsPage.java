package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.FaceMovement;
import org.otklik.settings.ServerSettings;
import org.otklik.vision.model.Experiment;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelTask;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code admin-models.xhtml}: the cards of the models that this server uses. */
@Named
@RequestScoped
public class ModelsPage {
  @Inject private ServerSettings settings;
  @Inject private CurrentActor me;
  @Inject private Language language;
  @Inject private Wording wording;

  private List<ModelCard> cards;
  private List<Experiment> experiments;

  /**
   * A row of the confusion matrix.
   *
   * @param shares of the truth's faces, in per cent, by the answers in the labels' order
   */
  public record ConfusionRow(String truth, List<Long> shares) {}

  public List<ModelCard> getCards() {
    if (cards == null) {
      me.administrator();
      cards =
          Stream.of(
                  "face-detector",
                  "emotion-classifier",
                  "voice-activity",
                  "voice-features",
                  "voice-emotion")
              .map(settings.modelsFolder()::resolve)
              .filter(Files::isDirectory) // those of voices may lack
              .map(ModelCard::in)
              .toList();
    }
    return cards;
  }

  /** What was tried for this task, oldest first. */
  public List<Experiment> experiments(ModelTask task) {
    if (experiments == null) {
      me.administrator();
      experiments = Experiment.in(settings.modelsFolder());
    }
    return experiments.stream().filter(one -> one.task() == task).toList();
  }

  public String text(Experiment.Text text) {
    return text.in(language.getLocale());
  }

  /** The label in the user's language, where it is an emotion. */
  public String label(String label) {
    for (Emotion emotion : Emotion.values()) {
      if (emotion.name().equalsIgnoreCase(label)) {
        return wording.word("emotion", emotion);
      }
    }
    return label;
  }

  public List<ConfusionRow> confusion(ModelCard card) {
    List<ConfusionRow> rows = new ArrayList<>();
    for (int i = 0; i < card.confusion().size(); i++) {
      List<Double> row = card.confusion().get(i);
      double sum = row.stream().mapToDouble(Double::doubleValue).sum();
      rows.add(
          new ConfusionRow(
              label(card.classes().get(i)),
              row.stream().map(part -> sum == 0 ? 0 : Math.round(100 * part / sum)).toList()));
    }
    return rows;
  }

  public List<String> classes(ModelCard card) {
    return card.classes().stream().map(this::label).toList();
  }

  public List<Map.Entry<FaceMovement, ModelCard.MovementFit>> movements(ModelCard card) {
    return List.copyOf(card.movements().entrySet());
  }

  public List<Map.Entry<String, Double>> entries(Map<String, Double> figures) {
    return List.copyOf(figures.entrySet());
  }

  /** Up to four significant places. */
  public String number(double value) {
    Locale locale = language.getLocale();
    return value == Math.rint(value)
        ? String.format(locale, "%,.0f", value)
        : String.format(locale, value >= 10 ? "%,.2f" : "%.4f", value);
  }
}
