package org.otklik.voice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.vision.model.InferenceException;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelTask;
import org.otklik.vision.model.UnusableModelException;

/**
 * Says what a voice sounds like: features of each piece of speech, and probabilities by what they
 * differ in from the speaker's own mean. Thread-safe.
 */
public final class VoiceEmotion implements AutoCloseable {
  private final VoiceSession features;
  private final VoiceSession classifier;

  private VoiceEmotion(VoiceSession features, VoiceSession classifier) {
    this.features = features;
    this.classifier = classifier;
  }

  /**
   * @throws UnusableModelException if a folder holds no such model, or one with other classes
   */
  public static VoiceEmotion load(Path featuresFolder, Path classifierFolder) {
    VoiceSession features =
        VoiceSession.load(
            featuresFolder, ModelTask.VOICE_FEATURES, Set.of("wave"), Set.of("features"));
    VoiceSession classifier =
        VoiceSession.load(
            classifierFolder,
            ModelTask.VOICE_EMOTION,
            Set.of("features", "mean", "windows"),
            Set.of("p", "agitation"));
    if (!classifier.card().labels().equals(VoiceScores.LABELS)) {
      features.close();
      classifier.close();
      throw new UnusableModelException(
          "%s has the labels %s instead of %s"
              .formatted(
                  classifier.card().release(), classifier.card().labels(), VoiceScores.LABELS));
    }
    return new VoiceEmotion(features, classifier);
  }

  /** Of the classifier. */
  public ModelCard card() {
    return classifier.card();
  }

  /**
   * @param wave at 16 kHz, −1..1, 0.3 s or longer
   * @return one row
   */
  float[] features(float[] wave) {
    return features.run(Map.of("wave", VoiceSession.Matrix.row(wave))).get("features");
  }

  /**
   * @param rows features of the pieces, all of one length
   * @param speaker what is known of the speaker by now
   */
  List<VoiceScores> classify(List<float[]> rows, SpeakerMean speaker) {
    if (rows.isEmpty()) {
      return List.of();
    }
    int width = rows.get(0).length;
    float[] all = new float[rows.size() * width];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(rows.get(row), 0, all, row * width, width);
    }
    Map<String, float[]> answers =
        classifier.run(
            Map.of(
                "features", new VoiceSession.Matrix(rows.size(), width, all),
                "mean", VoiceSession.Matrix.row(speaker.mean(width)),
                "windows", VoiceSession.Matrix.row(speaker.windows())));
    float[] p = answers.get("p");
    float[] agitation = answers.get("agitation");
    int classes = VoiceScores.LABELS.size();
    if (p.length != rows.size() * classes || agitation.length != rows.size()) {
      throw new InferenceException(card().release() + " answers " + p.length + " numbers");
    }
    List<VoiceScores> scores = new ArrayList<>();
    for (int row = 0; row < agitation.length; row++) {
      int at = row * classes;
      scores.add(new VoiceScores(p[at], p[at + 1], p[at + 2], p[at + 3], agitation[row]));
    }
    return scores;
  }

  @Override
  public void close() {
    features.close();
    classifier.close();
  }
}
