package org.otklik.media;

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
import org.otklik.sound.SoundPart;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;
import org.otklik.vision.image.FrameArea;

/**
 * How the child process that decodes videos is started, and what it may use.
 *
 * @param java the executable of the JVM
 * @param classpath of the child: FFmpeg's natives and the jars of batch, models and ejb; {@code
 *     folder/*} stands for all jars of a folder
 * @param heap as for {@code -Xmx}; frames pass through singly, so it does not grow with the video
 * @param startOptions of Java, which let it start sooner
 * @param limits what a video may cost
 * @param mainClass what runs in the child
 * @param children gives the process, which may have been started before the video was known
 */
public record DecoderChild(
    Path java,
    String classpath,
    String heap,
    List<String> startOptions,
    DecodeLimits limits,
    String mainClass,
    Children children) {
  /** Where processes come from, and go to when their work is done. */
  interface Children {
    /** Each video has a process of its own, which ends with its work. */
    Children NEW_ONES =
        new Children() {
          @Override
          public DecoderProcess take(DecoderChild child, VideoIdentity video) throws IOException {
            return child.start();
          }

          @Override
          public void giveBack(DecoderProcess process, VideoIdentity video) {
            process.close();
          }
        };

    /** One that waits for a request, and has seen no other video. */
    DecoderProcess take(DecoderChild child, VideoIdentity video) throws IOException;

    /** It has done its work with the video, and waits for the next request. */
    void giveBack(DecoderProcess process, VideoIdentity video);
  }

  /** System property with the child's classpath; the server sets it, tests do without. */
  public static final String CLASSPATH_PROPERTY = "otklik.decoder.classpath";

  private static final Logger LOG = System.getLogger(DecoderChild.class.getName());

  /** One frame is all that a probe decodes, and nobody waits for a copy. */
  private static final int ONE_THREAD = 1;

  static final String NATIVES_CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

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
        List.of(),
        DecodeLimits.STANDARD,
        DecoderMain.class.getName(),
        Children.NEW_ONES);
  }

  public DecoderChild withLimits(DecodeLimits other) {
    return new DecoderChild(java, classpath, heap, startOptions, other, mainClass, children);
  }

  /** The same Java with another program. */
  public DecoderChild running(Class<?> program, String otherHeap) {
    return new DecoderChild(
        java, classpath, otherHeap, List.of(), limits, program.getName(), children);
  }

  DecoderChild startedWith(List<String> otherOptions) {
    return new DecoderChild(java, classpath, heap, otherOptions, limits, mainClass, children);
  }

  DecoderChild with(Children other) {
    return new DecoderChild(java, classpath, heap, startOptions, limits, mainClass, other);
  }

  DecoderAnswer probe(Path video) throws UnusableMediaException {
    return start(
        video,
        DecodeRequest.Mode.PROBE,
        1,
        0,
        -1,
        ONE_THREAD,
        0,
        FrameArea.WHOLE,
        new int[0],
        "",
        CutOrder.NONE,
        SoundPart.MAIN);
  }

  DecoderAnswer frames(Path video, DecodeSettings settings) throws UnusableMediaException {
    return start(
        video,
        DecodeRequest.Mode.FRAMES,
        settings.sampleHz(),
        settings.longSidePx(),
        settings.afterMs(),
        settings.threads(),
        settings.turnDegrees(),
        settings.area(),
        new int[0],
        "",
        CutOrder.NONE,
        SoundPart.MAIN);
  }

  DecoderAnswer thumbnails(Path video, int[] timesMs, int widthPx) throws UnusableMediaException {
    int threads = DecodeSettings.STANDARD_THREADS;
    return start(
        video,
        DecodeRequest.Mode.THUMBNAILS,
        1,
        widthPx,
        -1,
        threads,
        0,
        FrameArea.WHOLE,
        timesMs,
        "",
        CutOrder.NONE,
        SoundPart.MAIN);
  }

  DecoderAnswer levels(Path video) throws UnusableMediaException {
    return start(
        video,
        DecodeRequest.Mode.LEVELS,
        1,
        0,
        -1,
        ONE_THREAD,
        0,
        FrameArea.WHOLE,
        new int[0],
        "",
        CutOrder.NONE,
        SoundPart.MAIN);
  }

  DecoderAnswer sound(Path video, SoundPart part) throws UnusableMediaException {
    return sound(video, DecodeRequest.Mode.SOUND, part);
  }

  DecoderAnswer wholeSound(Path video, SoundPart part) throws UnusableMediaException {
    return sound(video, DecodeRequest.Mode.WHOLE_SOUND, part);
  }

  private DecoderAnswer sound(Path video, DecodeRequest.Mode mode, SoundPart part)
      throws UnusableMediaException {
    return start(
        video, mode, 1, 0, -1, ONE_THREAD, 0, FrameArea.WHOLE, new int[0], "", CutOrder.NONE, part);
  }

  /**
   * @param copy the file to write; replaced where it exists
   */
  DecoderAnswer copy(Path video, Path copy) throws UnusableMediaException {
    String target = copy.toAbsolutePath().toString();
    return start(
        video,
        DecodeRequest.Mode.COPY,
        1,
        0,
        -1,
        ONE_THREAD,
        0,
        FrameArea.WHOLE,
        new int[0],
        target,
        CutOrder.NONE,
        SoundPart.MAIN);
  }

  /**
   * @param cut the file to write; replaced where it exists
   */
  DecoderAnswer cut(Path video, CutOrder order, Path cut) throws UnusableMediaException {
    return start(
        video,
        DecodeRequest.Mode.CUT,
        1,
        0,
        -1,
        DecodeSettings.STANDARD_THREADS,
        0,
        FrameArea.WHOLE,
        new int[0],
        cut.toAbsolutePath().toString(),
        order,
        SoundPart.MAIN);
  }

  private DecoderAnswer start(
      Path video,
      DecodeRequest.Mode mode,
      double hz,
      int sidePx,
      int afterMs,
      int threads,
      int turnDegrees,
      FrameArea area,
      int[] timesMs,
      String copy,
      CutOrder cut,
      SoundPart sound)
      throws UnusableMediaException {
    VideoIdentity identity = checked(video);
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
            area,
            timesMs,
            copy,
            cut,
            sound,
            inside);
    try {
      DecoderProcess process = children.take(this, identity);
      LOG.log(Level.DEBUG, "child {0}: {1}, threads: {2}", process.pid(), mode, threads);
      try {
        process.send(request);
      } catch (IOException e) {
        process.close();
        throw e;
      }
      return new DecoderAnswer(process, limits, children, identity);
    } catch (IOException e) {
      throw new UnusableMediaException(
          Reason.SERVER_BUSY, "the decoder cannot be started: " + e.getMessage(), e);
    }
  }

  DecoderProcess start() throws IOException {
    return new DecoderProcess(builder().start());
  }

  private VideoIdentity checked(Path video) throws UnusableMediaException {
    VideoIdentity identity;
    try {
      if (!Files.isRegularFile(video)) {
        throw new UnusableMediaException(Reason.NOT_A_VIDEO, "there is no such file");
      }
      identity = VideoIdentity.of(video);
    } catch (IOException e) {
      throw new UnusableMediaException(Reason.SERVER_BUSY, "the file cannot be read", e);
    }
    if (identity.sizeBytes() == 0) {
      throw new UnusableMediaException(Reason.EMPTY, "0 bytes");
    }
    if (identity.sizeBytes() > limits.fileBytes()) {
      throw new UnusableMediaException(Reason.TOO_LARGE, identity.sizeBytes() + " bytes");
    }
    return identity;
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
    // Standard output is for records.
    List<String> warnings = List.of("-Xlog:disable", "-Xlog:all=warning:stderr");
    List<String> settings =
        List.of(
            "-Xmx" + heap,
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            // DecoderAnswer watches the memory of the whole child.
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(quickStart);
    command.addAll(warnings);
    command.addAll(startOptions);
    command.addAll(settings);
    if (cache != null) {
      command.add("-D" + NATIVES_CACHE_PROPERTY + "=" + cache);
    }
    command.add(mainClass);
    return command;
  }
}
