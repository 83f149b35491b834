package org.otklik.media.child;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.otklik.media.decoder.DecodeRequest;
import org.otklik.media.decoder.FrameDecoder;
import org.otklik.media.decoder.FrameSampling;
import org.otklik.media.decoder.LevelReading;
import org.otklik.media.decoder.OpenVideo;
import org.otklik.media.decoder.RecordOutput;
import org.otklik.media.decoder.SoundReading;
import org.otklik.media.decoder.StreamScan;
import org.otklik.media.decoder.ThumbnailSampling;
import org.otklik.media.decoder.UnknownContainer;
import org.otklik.media.encoder.GifCut;
import org.otklik.media.encoder.VideoCopy;
import org.otklik.media.encoder.VideoCut;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * The child process: loads FFmpeg, waits for {@link DecodeRequest}s on standard input, all for one
 * video, writes records to standard output, diagnostics to standard error. Ends when the video
 * cannot be used, when nobody has asked for anything in half a minute after its work, when nobody
 * reads its output any more, and when its standard input is closed because the parent died.
 */
public final class DecoderMain {
  /** System property of a child: where FFmpeg's libraries have been unpacked to. */
  public static final String NATIVES_PROPERTY = NativeLibraries.PROPERTY;

  /** Argument: load the libraries, say where they lie, and end. */
  public static final String LIBRARIES_ONLY = "libraries";

  private static final int ORPHANED = 3;
  private static final int HEAD_BYTES = 16;
  private static final int IDLE_SECONDS = 30;

  private DecoderMain() {}

  /**
   * @param arguments none; or {@link #LIBRARIES_ONLY}
   */
  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains(LIBRARIES_ONLY)) {
      sayLibraries();
      return;
    }
    NativeLibraries.load();
    av_log_set_level(AV_LOG_ERROR);
    BlockingQueue<DecodeRequest> requests = new LinkedBlockingQueue<>();
    endWithParent(requests);
    RecordOutput out = new RecordOutput(new FileOutputStream(FileDescriptor.out).getChannel());
    try {
      DecodeRequest request = requests.take();
      while (request != null) {
        av_max_alloc(request.limits().allocationBytes());
        answer(request, out);
        out.end();
        request = requests.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (UnusableMediaException e) {
      out.unusable(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts", e);
    }
    // No waiting for native threads that a broken video may have left behind.
    Runtime.getRuntime().halt(0);
  }

  private static void sayLibraries() throws IOException {
    if (System.getProperty(NATIVES_PROPERTY) == null) {
      String lines = String.join("\n", NativeLibraries.unpack());
      new FileOutputStream(FileDescriptor.out).write(lines.getBytes(StandardCharsets.UTF_8));
    } else {
      NativeLibraries.load();
    }
  }

  private static void answer(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    refusePhotograph(request);
    switch (request.mode()) {
      case PROBE -> probe(request, out);
      case FRAMES -> frames(request, out);
      case THUMBNAILS -> thumbnails(request, out);
      case COPY -> copy(request, out);
      case CUT -> cut(request, out);
      case SOUND -> SoundReading.send(request, out, DecodeRequest.MAX_SOUND_SAMPLES);
      case WHOLE_SOUND -> SoundReading.send(request, out, Long.MAX_VALUE);
      case LEVELS -> LevelReading.send(request, out);
    }
  }

  private static void probe(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    MediaFacts facts;
    try (OpenVideo video = OpenVideo.open(request.video(), request.limits())) {
      facts = new StreamScan(video, request.limits(), out).facts();
    }
    boolean[] decoded = new boolean[1];
    decode(
        request,
        out,
        (timeUs, frame) -> {
          decoded[0] |= frame != null;
          return !decoded[0];
        });
    if (!decoded[0]) {
      throw new UnusableMediaException(Reason.UNSUPPORTED, "no frame of it can be decoded");
    }
    out.facts(facts);
  }

  private static void frames(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    try (OpenVideo video = OpenVideo.open(request.video(), request.limits());
        FrameDecoder decoder = new FrameDecoder(video, request, out);
        FrameSampling sampling = new FrameSampling(request, video, out)) {
      decoder.run(sampling);
    }
  }

  private static void thumbnails(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    try (OpenVideo video = OpenVideo.open(request.video(), request.limits());
        FrameDecoder decoder = new FrameDecoder(video, request, out);
        ThumbnailSampling picking = new ThumbnailSampling(request, video, out)) {
      decoder.run(picking);
      picking.finish();
    }
  }

  private static void copy(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    try (OpenVideo video = OpenVideo.open(request.video(), request.limits());
        FrameDecoder decoder = new FrameDecoder(video, request, out);
        VideoCopy copy = new VideoCopy(request, video)) {
      decoder.run(copy);
      copy.finish();
    }
  }

  private static void cut(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    if (request.cut().isGif()) {
      new GifCut(request, out).write();
      return;
    }
    try (VideoCut cut = new VideoCut(request, out)) {
      cut.write();
    }
  }

  private static void decode(DecodeRequest request, RecordOutput out, FrameDecoder.Sink sink)
      throws IOException, UnusableMediaException {
    try (OpenVideo video = OpenVideo.open(request.video(), request.limits());
        FrameDecoder decoder = new FrameDecoder(video, request, out)) {
      decoder.run(sink);
    }
  }

  private static void refusePhotograph(DecodeRequest request)
      throws IOException, UnusableMediaException {
    try (InputStream in = Files.newInputStream(Path.of(request.video()))) {
      if (UnknownContainer.isStillBrand(in.readNBytes(HEAD_BYTES))) {
        throw new UnusableMediaException(Reason.A_PICTURE, "a photograph (HEIC or AVIF)");
      }
    }
  }

  /** Takes in what is asked; the end of it says that the parent is gone. */
  private static void endWithParent(BlockingQueue<DecodeRequest> requests) {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    Thread lifeline =
        new Thread(
            () -> {
              try {
                while (true) {
                  requests.add(DecodeRequest.readFrom(in));
                }
              } catch (IOException gone) {
                Runtime.getRuntime().halt(ORPHANED);
              }
            },
            "lifeline");
    lifeline.setDaemon(true);
    lifeline.start();
  }
}
