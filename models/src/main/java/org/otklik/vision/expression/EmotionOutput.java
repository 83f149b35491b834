package org.otklik.vision.expression;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.FaceMovements;
import org.otklik.vision.model.Decoding;
import org.otklik.vision.model.InferenceException;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.UnusableModelException;

/**
 * Reads scores from a classifier's columns, which its card labels: the seven emotions, in any
 * order; possibly contempt, which is folded away; possibly valence and arousal; possibly the
 * movements of the face, all of them.
 */
public final class EmotionOutput {

  private static final String CONTEMPT = "contempt";

  /**
   * A softmax in single precision misses 1 by about 1e-6, one whose answers were quantised to 255
   * steps by up to half a step a column: eight columns, 0.016. More than this is a decoding fault.
   */
  private static final double SUM_TOLERANCE = 0.02;

  private static final int NONE = -1;

  private final ModelCard card;

  /** The column of each emotion. */
  private final int[] columns;

  private final int contempt;
  private final int valence;
  private final int arousal;

  /** The column of each movement; none, where the model tells none. */
  private final int[] movements;

  /**
   * @throws UnusableModelException if the card's decoding or labels are no classifier's
   */
  public EmotionOutput(ModelCard card) {
    this.card = card;
    List<String> labels = card.labels().stream().map(l -> l.toLowerCase(Locale.ROOT)).toList();
    contempt = labels.indexOf(CONTEMPT);
    valence = labels.indexOf(ModelCard.VALENCE);
    arousal = labels.indexOf(ModelCard.AROUSAL);
    columns =
        Arrays.stream(Emotion.values())
            .mapToInt(emotion -> labels.indexOf(emotion.name().toLowerCase(Locale.ROOT)))
            .toArray();
    movements =
        Arrays.stream(FaceMovement.values())
            .mapToInt(movement -> labels.indexOf(ModelCard.label(movement)))
            .filter(column -> column != NONE)
            .toArray();
    check(labels);
  }

  private void check(List<String> labels) {
    if (card.output().decoding() != Decoding.PROBABILITIES
        && card.output().decoding() != Decoding.LOGITS) {
      throw new UnusableModelException(card.release() + " must answer probabilities or logits");
    }
    long known = Arrays.stream(columns).filter(column -> column != NONE).count() + movements.length;
    for (int extra : new int[] {contempt, valence, arousal}) {
      known += extra == NONE ? 0 : 1;
    }
    if (new HashSet<>(labels).size() != labels.size() || known != labels.size()) {
      throw new UnusableModelException(
          card.release() + ": unknown label, or one that is there twice, in " + labels);
    }
    if (Arrays.stream(columns).anyMatch(column -> column == NONE)
        || (valence == NONE) != (arousal == NONE)) {
      throw new UnusableModelException(
          card.release()
              + " must label the seven emotions once each, and valence with arousal or neither: "
              + labels);
    }
    if (movements.length > 0 && movements.length < FaceMovement.values().length) {
      throw new UnusableModelException(
          card.release() + " must label all movements of the face or none: " + labels);
    }
  }

  /** How many columns the card labels. */
  int width() {
    return card.labels().size();
  }

  /**
   * The scores of one face.
   *
   * @param row its value in each column
   * @throws InferenceException if they are no numbers, or no probabilities where the card says so
   */
  public EmotionScores scores(double[] row) {
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new InferenceException(card.release() + " answered no number: " + value);
      }
    }
    double[] seven =
        card.output().decoding() == Decoding.LOGITS ? softmax(row) : withoutContempt(row);
    EmotionScores scores = EmotionScores.of(seven).withMovements(movements(row));
    return valence == NONE ? scores : scores.withAffect(within(row[valence]), within(row[arousal]));
  }

  /** Null where the model tells none. */
  private FaceMovements movements(double[] row) {
    return movements.length == 0
        ? null
        : FaceMovements.of(
            Arrays.stream(movements)
                .mapToDouble(column -> Math.max(0, Math.min(1, row[column])))
                .toArray());
  }

  /** Of the seven alone, which is the softmax of all, contempt left out and renormalised. */
  private double[] softmax(double[] row) {
    double temperature = card.calibration() == null ? 1 : card.calibration().temperature();
    double greatest = Arrays.stream(columns).mapToDouble(column -> row[column]).max().orElseThrow();
    double[] seven =
        Arrays.stream(columns)
            .mapToDouble(column -> Math.exp((row[column] - greatest) / temperature))
            .toArray();
    return parts(seven);
  }

  private double[] withoutContempt(double[] row) {
    double[] seven = Arrays.stream(columns).mapToDouble(column -> row[column]).toArray();
    double whole = Arrays.stream(seven).sum() + (contempt == NONE ? 0 : row[contempt]);
    if (Math.abs(whole - 1) > SUM_TOLERANCE || Arrays.stream(seven).anyMatch(p -> p < 0)) {
      throw new InferenceException(
          card.release() + " answered no probabilities: " + Arrays.toString(row));
    }
    return parts(seven);
  }

  /** Divided by their sum; where all are nothing, since it is contempt for sure, alike. */
  private static double[] parts(double[] seven) {
    double sum = Arrays.stream(seven).sum();
    return Arrays.stream(seven).map(p -> sum > 0 ? p / sum : 1.0 / seven.length).toArray();
  }

  private static double within(double affect) {
    return Math.max(-1, Math.min(1, affect));
  }
}
