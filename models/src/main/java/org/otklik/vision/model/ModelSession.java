package org.otklik.vision.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.System.Logger.Level;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bytedeco.javacpp.FloatPointer;
import org.otklik.vision.image.TensorMemory;
import org.otklik.vision.image.Workspaces;

/** One model loaded into ONNX Runtime on the CPU. Thread-safe; closing waits for running calls. */
public final class ModelSession implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ModelSession.class.getName());

  /** Size of a batch where the model takes any. */
  private static final long ANY = -1;

  private final ModelCard card;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Set<String> outputs;
  private final Workspaces<TensorMemory> memories = new Workspaces<>(TensorMemory::new);
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private final long batch;
  private boolean closed;

  private ModelSession(ModelCard card, OrtSession session) throws OrtException {
    this.card = card;
    this.session = session;
    this.outputs = Set.copyOf(card.output().tensors());
    NodeInfo input = session.getInputInfo().get(card.input().name());
    batch = input != null && input.getInfo() instanceof TensorInfo info ? info.getShape()[0] : ANY;
  }

  /**
   * Loads a model.
   *
   * @param intraOpThreads threads of one call; 1 where many calls run at the same time
   */
  public static ModelSession load(ModelFolder folder, int intraOpThreads) {
    ModelCard card = folder.card();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(intraOpThreads);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      OrtSession session = OrtEnvironment.getEnvironment().createSession(folder.model(), options);
      ModelSession loaded = new ModelSession(card, session);
      loaded.checkShape();
      LOG.log(
          Level.INFO,
          "Model {0} ({1}) runs on the CPU with {2} thread(s) a call, ONNX Runtime {3}, SHA-256 {4}",
          card.release(),
          card.task(),
          intraOpThreads,
          loaded.environment.getVersion(),
          card.sha256());
      return loaded;
    } catch (OrtException e) {
      throw new UnusableModelException("ONNX Runtime cannot load " + card.file(), e);
    }
  }

  private void checkShape() {
    Set<String> inputs = session.getInputNames();
    Set<String> outputs = session.getOutputNames();
    if (!inputs.equals(Set.of(card.input().name()))
        || !outputs.containsAll(card.output().tensors())) {
      close();
      throw new UnusableModelException(
          "%s has inputs %s and outputs %s, its card says otherwise"
              .formatted(card.file(), inputs, outputs));
    }
    if (batch != ANY && batch != 1) {
      close();
      throw new UnusableModelException(
          card.file() + " takes batches of " + batch + " only: export it for any size, or for one");
    }
  }

  public ModelCard card() {
    return card;
  }

  /** Whether the model was exported for batches of one. */
  public boolean takesSingly() {
    return batch == 1;
  }

  /**
   * Runs the model once and copies what it answers.
   *
   * @param shape of the input tensor
   * @param fill writes all of the input's values, in the tensor's order
   * @return the card's output tensors by name, each flat in its own order
   */
  public Map<String, float[]> run(long[] shape, Consumer<FloatBuffer> fill) {
    return running(
        shape,
        (memory, input) -> {
          fill.accept(memory.buffer(input(), values(shape)));
          try (OrtSession.Result result = session.run(input, outputs)) {
            Map<String, float[]> answers = new LinkedHashMap<>();
            for (String name : card.output().tensors()) {
              FloatBuffer answer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
              float[] copy = new float[answer.remaining()];
              answer.get(copy);
              answers.put(name, copy);
            }
            return answers;
          }
        });
  }

  /**
   * Runs the model once on memory of ours, without copying what it answers.
   *
   * @param shape of the input tensor
   * @param fill writes all of the input's values, in the tensor's order
   * @param outputShapes of the card's output tensors, by name; a model that answers in others fails
   * @param read is given the output tensors by name, each flat in its own order, and must not keep
   *     them
   */
  public <R> R run(
      long[] shape,
      Consumer<FloatPointer> fill,
      Map<String, long[]> outputShapes,
      Function<Map<String, FloatBuffer>, R> read) {
    return running(
        shape,
        (memory, input) -> {
          fill.accept(memory.pointer(input(), values(shape)));
          Map<String, FloatBuffer> answers = new LinkedHashMap<>();
          Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
          try {
            for (Map.Entry<String, long[]> output : outputShapes.entrySet()) {
              FloatBuffer answer = memory.buffer(output.getKey(), values(output.getValue()));
              answers.put(output.getKey(), answer);
              tensors.put(
                  output.getKey(), OnnxTensor.createTensor(environment, answer, output.getValue()));
            }
            session.run(input, tensors).close();
          } finally {
            tensors.values().forEach(OnnxTensor::close);
          }
          return read.apply(answers);
        });
  }

  /** One call of the model with its memory and its input tensor, which lies in that memory. */
  private interface Call<R> {
    R make(TensorMemory memory, Map<String, OnnxTensor> input) throws OrtException;
  }

  private <R> R running(long[] shape, Call<R> call) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("Model " + card.release() + " is closed");
      }
      return memories.use(
          memory -> {
            FloatBuffer buffer = memory.buffer(input(), values(shape));
            long beganAt = System.nanoTime();
            try (OnnxTensor input = OnnxTensor.createTensor(environment, buffer, shape)) {
              R answer = call.make(memory, Map.of(input(), input));
              InferenceTimes.OF_THIS_PROCESS.add(card.release(), System.nanoTime() - beganAt);
              return answer;
            } catch (OrtException e) {
              throw new InferenceException(
                  "Model %s failed on an input of %s"
                      .formatted(card.release(), Arrays.toString(shape)),
                  e);
            }
          });
    } finally {
      use.readLock().unlock();
    }
  }

  private String input() {
    return card.input().name();
  }

  private static long values(long[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
        memories.close();
      }
    } catch (OrtException e) {
      throw new InferenceException("Model " + card.release() + " cannot be closed", e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
