package org.otklik.voice;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.otklik.vision.model.InferenceException;
import org.otklik.vision.model.ModelTask;

/** Says of each step of a sound how likely somebody speaks in it. Thread-safe. */
public final class VoiceActivity implements AutoCloseable {
  /** Samples of a step: 32 ms. */
  static final int STEP = 512;

  private final VoiceSession session;

  private VoiceActivity(VoiceSession session) {
    this.session = session;
  }

  /**
   * @throws org.otklik.vision.model.UnusableModelException if the folder holds no such model
   */
  public static VoiceActivity load(Path folder) {
    return new VoiceActivity(
        VoiceSession.load(folder, ModelTask.VOICE_ACTIVITY, Set.of("wave"), Set.of("speech")));
  }

  /**
   * @param wave at 16 kHz, −1..1, of one step or more
   * @return 0..1 for each whole step
   */
  float[] speech(float[] wave) {
    float[] speech = session.run(Map.of("wave", VoiceSession.Matrix.row(wave))).get("speech");
    if (speech.length != wave.length / STEP) {
      throw new InferenceException(
          "%s answers %d steps of %d samples"
              .formatted(session.card().release(), speech.length, wave.length));
    }
    return speech;
  }

  @Override
  public void close() {
    session.close();
  }
}
