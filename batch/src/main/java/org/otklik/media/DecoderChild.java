package org.otklik.media;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.media.child.DecoderMain;
import org.otklik.media.decoder.CutOrder;
import org.otklik.media.decoder.DecodeRequest;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * How the child process that decodes videos is started, and what it may use.
 *
 * @param java the executable of the JVM
 * @param classpath of the child: FFmpeg's natives and the jars of batch, models and ejb; {@code
 *     folder/*} stands for all jars of a folder
 * @param heap as for {@code -Xmx}; frames pass through singly, so it does not grow with the video
 * @param limits what a video may cost
 * @param mainClass what runs in the child
 * @param starter gives the process, which may have been started before the video was known
 */
public record DecoderChild(
    Path java,
    String classpath,
    String heap,
    DecodeLimits limits,
    String mainClass,
    Starter starter) {
  /** Gives a process that runs what the builder says. */
  public interface Starter {
    Process start(ProcessBuilder builder) throws IOException;
  }

  /** System property with the child's classpath; the server sets it, tests do without. */
  public static final String CLASSPATH_PROPERTY = "otklik.decoder.classpath";

  private static final Logger LOG = System.getLogger(DecoderChild.class.getName());

  /** One frame is all that a probe decodes, and nobody waits for a copy. */
  private static final int ONE_THREAD = 1;

  private static final String NATIVES_CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

  /**
   * All that a JVM needs; the rest of our environment (passwords among it) is not for the child.
   */
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LD_LIBRARY_PATH");

  /** The same JVM as ours, the classpath of {@link #CLASSPATH_PROPERTY} or else our own. */
  public static DecoderChild standard() {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    String classpath =
        System.getProperty(CLASSPATH_PROPERTY, System.getProperty("java.class.path"));
    return new DecoderChild(
        java,
        classpath,
        "256m",
        DecodeLimits.STANDARD,
        DecoderMain.class.getName(),
        ProcessBuilder::start);
  }

  public DecoderChild withLimits(DecodeLimits other) {
    return new DecoderChild(java, classpath, heap, other, mainClass, starter);
  }

  /** For tests: a child that misbehaves. */
  DecoderChild withMainClass(Class<?> other) {
    return new DecoderChild(java, classpath, heap, limits, other.getName(), starter);
  }

  DecoderChild startedBy(Starter other) {
    return new DecoderChild(java, classpath, heap, limits, mainClass, other);
  }

  DecoderProcess probe(Path video) throws UnusableMediaException {
    return start(
        video, DecodeRequest.Mode.PROBE, 1, 0, -1, ONE_THREAD, 0, new int[0], "", CutOrder.NONE);
  }

  DecoderProcess frames(Path video, DecodeSettings settings) throws UnusableMediaException {
    return start(
        video,
        DecodeRequest.Mode.FRAMES,
        settings.sampleHz(),
        settings.longSidePx(),
        settings.afterMs(),
        settings.threads(),
        settings.turnDegrees(),
        new int[0],
        "",
        CutOrder.NONE);
  }

  DecoderProcess thumbnails(Path video, int[] timesMs, int widthPx) throws UnusableMediaException {
    int threads = DecodeSettings.STANDARD_THREADS;
    return start(
        video,
        DecodeRequest.Mode.THUMBNAILS,
        1,
        widthPx,
        -1,
        threads,
        0,
        timesMs,
        "",
        CutOrder.NONE);
  }

  DecoderProcess levels(Path video) throws UnusableMediaException {
    return start(
        video, DecodeRequest.Mode.LEVELS, 1, 0, -1, ONE_THREAD, 0, new int[0], "", CutOrder.NONE);
  }

  DecoderProcess sound(Path video) throws UnusableMediaException {
    return start(
        video, DecodeRequest.Mode.SOUND, 1, 0, -1, ONE_THREAD, 0, new int[0], "", CutOrder.NONE);
  }

  /**
   * @param copy the file to write; replaced where it exists
   */
  DecoderProcess copy(Path video, Path copy) throws UnusableMediaException {
    String target = copy.toAbsolutePath().toString();
    return start(
        video, DecodeRequest.Mode.COPY, 1, 0, -1, ONE_THREAD, 0, new int[0], target, CutOrder.NONE);
  }

  /**
   * @param cut the file to write; replaced where it exists
   */
  DecoderProcess cut(Path video, CutOrder order, Path cut) throws UnusableMediaException {
    return start(
        video,
        DecodeRequest.Mode.CUT,
        1,
        0,
        -1,
        DecodeSettings.STANDARD_THREADS,
        0,
        new int[0],
        cut.toAbsolutePath().toString(),
        order);
  }

  private DecoderProcess start(
      Path video,
      DecodeRequest.Mode mode,
      double hz,
      int sidePx,
      int afterMs,
      int threads,
      int turnDegrees,
      int[] timesMs,
      String copy,
      CutOrder cut)
      throws UnusableMediaException {
    checkFile(video);
    DecodeRequest.Limits inside =
        new DecodeRequest.Limits(
            limits.sidePx(), limits.pixels(), limits.durationMs(), limits.allocationBytes());
    DecodeRequest request =
        new DecodeRequest(
            mode,
            video.toAbsolutePath().toString(),
            hz,
            sidePx,
            afterMs,
            threads,
            turnDegrees,
            timesMs,
            copy,
            cut,
            inside);
    try {
      Process process = starter.start(builder());
      LOG.log(Level.DEBUG, "child {0}: {1}, threads: {2}", process.pid(), mode, threads);
      DecoderProcess child = new DecoderProcess(process, limits);
      try {
        request.writeTo(new DataOutputStream(process.getOutputStream()));
      } catch (IOException e) {
        child.close();
        throw e;
      }
      return child;
    } catch (IOException e) {
      throw new UnusableMediaException(
          Reason.SERVER_BUSY, "the decoder cannot be started: " + e.getMessage(), e);
    }
  }

  private void checkFile(Path video) throws UnusableMediaException {
    long bytes;
    try {
      if (!Files.isRegularFile(video)) {
        throw new UnusableMediaException(Reason.NOT_A_VIDEO, "there is no such file");
      }
      bytes = Files.size(video);
    } catch (IOException e) {
      throw new UnusableMediaException(Reason.SERVER_BUSY, "the file cannot be read", e);
    }
    if (bytes == 0) {
      throw new UnusableMediaException(Reason.EMPTY, "0 bytes");
    }
    if (bytes > limits.fileBytes()) {
      throw new UnusableMediaException(Reason.TOO_LARGE, bytes + " bytes");
    }
  }

  /** Ready to be started: the command, and an environment without our passwords. */
  public ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(ENVIRONMENT);
    environment.put("LC_ALL", "C.UTF-8"); // file names are UTF-8 whatever the server's locale
    environment.put("CLASSPATH", classpath);
    return builder;
  }

  private List<String> command() {
    String cache = System.getProperty(NATIVES_CACHE_PROPERTY);
    List<String> quickStart =
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData");
    List<String> settings =
        List.of(
            "-Xmx" + heap,
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            // DecoderProcess watches the memory of the whole child.
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(quickStart);
    command.addAll(settings);
    if (cache != null) {
      command.add("-D" + NATIVES_CACHE_PROPERTY + "=" + cache);
    }
    command.add(mainClass);
    return command;
  }
}
