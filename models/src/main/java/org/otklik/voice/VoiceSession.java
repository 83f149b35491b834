package org.otklik.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.System.Logger.Level;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.otklik.vision.model.InferenceException;
import org.otklik.vision.model.InferenceTimes;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelFolder;
import org.otklik.vision.model.ModelTask;
import org.otklik.vision.model.UnusableModelException;

/** One model of sound in ONNX Runtime on the CPU, one thread a call. Thread-safe. */
final class VoiceSession implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(VoiceSession.class.getName());

  private final ModelCard card;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Set<String> outputs;

  /** Rows of one tensor, one after the other. */
  @SuppressWarnings("ArrayRecordComponent") // a tensor's values, compared by nobody
  record Matrix(int rows, int columns, float[] values) {
    static Matrix row(float... values) {
      return new Matrix(1, values.length, values);
    }

    private OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
      return OnnxTensor.createTensor(
          environment, FloatBuffer.wrap(values), new long[] {rows, columns});
    }
  }

  private VoiceSession(ModelCard card, OrtSession session, Set<String> outputs) {
    this.card = card;
    this.session = session;
    this.outputs = outputs;
  }

  /**
   * Loads the model of a folder.
   *
   * @param inputs names of all of its inputs
   * @param outputs names of what is asked of it
   * @throws UnusableModelException if the folder holds no such model
   */
  static VoiceSession load(Path folder, ModelTask task, Set<String> inputs, Set<String> outputs) {
    ModelFolder opened = ModelFolder.open(folder, task);
    ModelCard card = opened.card();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = OrtEnvironment.getEnvironment().createSession(opened.model(), options);
      if (!session.getInputNames().equals(inputs)
          || !session.getOutputNames().containsAll(outputs)) {
        session.close();
        throw new UnusableModelException(
            "%s has inputs %s and outputs %s; a model for %s has %s and %s"
                .formatted(
                    card.file(),
                    session.getInputNames(),
                    session.getOutputNames(),
                    task,
                    inputs,
                    outputs));
      }
      LOG.log(
          Level.INFO,
          "Model {0} ({1}) runs on the CPU, SHA-256 {2}",
          card.release(),
          task,
          card.sha256());
      return new VoiceSession(card, session, outputs);
    } catch (OrtException e) {
      throw new UnusableModelException("ONNX Runtime cannot load " + card.file(), e);
    }
  }

  ModelCard card() {
    return card;
  }

  /**
   * @return the outputs by their names, each row by row
   * @throws InferenceException if the model fails
   */
  Map<String, float[]> run(Map<String, Matrix> inputs) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    long beganAt = System.nanoTime();
    try {
      for (Map.Entry<String, Matrix> input : inputs.entrySet()) {
        tensors.put(input.getKey(), input.getValue().tensor(environment));
      }
      try (OrtSession.Result result = session.run(tensors, outputs)) {
        Map<String, float[]> answers = new HashMap<>();
        for (String name : outputs) {
          FloatBuffer answer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
          float[] values = new float[answer.remaining()];
          answer.get(values);
          answers.put(name, values);
        }
        InferenceTimes.OF_THIS_PROCESS.add(card.release(), System.nanoTime() - beganAt);
        return answers;
      }
    } catch (OrtException e) {
      throw new InferenceException("Model " + card.release() + " failed", e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new InferenceException("Model " + card.release() + " cannot be closed", e);
    }
  }
}
