package org.otklik.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.System.Logger.Level;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.bytedeco.javacpp.FloatPointer;

/** One model loaded into ONNX Runtime on the CPU. Thread-safe; closing waits for running calls. */
final class ModelSession implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ModelSession.class.getName());

  private final ModelCard card;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  private ModelSession(ModelCard card, OrtSession session) {
    this.card = card;
    this.session = session;
  }

  /**
   * Loads a model.
   *
   * @param intraOpThreads threads of one call; 1 where many calls run at the same time
   */
  static ModelSession load(ModelFolder folder, int intraOpThreads) {
    ModelCard card = folder.card();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(intraOpThreads);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      OrtSession session = OrtEnvironment.getEnvironment().createSession(folder.model(), options);
      ModelSession loaded = new ModelSession(card, session);
      loaded.checkNames();
      LOG.log(
          Level.INFO,
          "Model {0} ({1}) runs on the CPU with {2} thread(s) a call, SHA-256 {3}",
          card.release(),
          card.task(),
          intraOpThreads,
          card.sha256());
      return loaded;
    } catch (OrtException e) {
      throw new UnusableModelException("ONNX Runtime cannot load " + card.file(), e);
    }
  }

  private void checkNames() {
    Set<String> inputs = session.getInputNames();
    Set<String> outputs = session.getOutputNames();
    if (!inputs.equals(Set.of(card.input().name()))
        || !outputs.containsAll(card.output().tensors())) {
      close();
      throw new UnusableModelException(
          "%s has inputs %s and outputs %s, its card says otherwise"
              .formatted(card.file(), inputs, outputs));
    }
  }

  ModelCard card() {
    return card;
  }

  /**
   * Runs the model once.
   *
   * @param shape of the input tensor
   * @param fill writes all of the input's values, in the tensor's order
   * @return the card's output tensors by name, each flat in its own order
   */
  Map<String, float[]> run(long[] shape, Consumer<FloatBuffer> fill) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("Model " + card.release() + " is closed");
      }
      return runOpen(shape, fill);
    } catch (OrtException e) {
      throw new InferenceException(
          "Model " + card.release() + " failed on an input of " + Arrays.toString(shape), e);
    } finally {
      use.readLock().unlock();
    }
  }

  private Map<String, float[]> runOpen(long[] shape, Consumer<FloatBuffer> fill)
      throws OrtException {
    long values = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    // Memory of JavaCPP's, since a direct buffer of Java's would be freed only when collected.
    try (FloatPointer memory = new FloatPointer(values)) {
      FloatBuffer buffer = memory.asBuffer();
      fill.accept(buffer);
      buffer.rewind();
      try (OnnxTensor input = OnnxTensor.createTensor(environment, buffer, shape);
          OrtSession.Result result =
              session.run(
                  Map.of(card.input().name(), input), Set.copyOf(card.output().tensors()))) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        for (String name : card.output().tensors()) {
          FloatBuffer output = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
          float[] copy = new float[output.remaining()];
          output.get(copy);
          outputs.put(name, copy);
        }
        return outputs;
      }
    }
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new InferenceException("Model " + card.release() + " cannot be closed", e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
