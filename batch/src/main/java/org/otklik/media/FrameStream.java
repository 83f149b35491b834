package org.otklik.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.image.Frame;

/**
 * The sampled frames of a video, in the order of their times, from the child process. Up to {@value
 * #AHEAD_BYTES} bytes of frames are read ahead while the caller works: the memory it takes does not
 * depend on the video's length. For one thread.
 */
public final class FrameStream implements AutoCloseable {
  /** 27 frames of a long side of 640. */
  static final int AHEAD_BYTES = 32 << 20;

  private static final int MIN_AHEAD = 2;
  private static final int MAX_AHEAD = 48;

  private final DecoderAnswer child;
  private final ReadAhead ahead;

  private FrameStream(DecoderAnswer child, ReadAhead ahead) {
    this.child = child;
    this.ahead = ahead;
  }

  /** Reads ahead in a daemon thread of its own. */
  public static FrameStream open(Path video, DecodeSettings settings, DecoderChild child)
      throws UnusableMediaException {
    return open(video, settings, child, FrameStream::daemon);
  }

  /**
   * @param threads makes the thread that reads ahead; a server's own factory in a server
   */
  public static FrameStream open(
      Path video, DecodeSettings settings, DecoderChild child, ThreadFactory threads)
      throws UnusableMediaException {
    DecoderAnswer answer = child.frames(video, settings);
    return new FrameStream(answer, ReadAhead.start(answer, ahead(settings), threads));
  }

  /** Frames that may wait: square ones are the largest there are. */
  static int ahead(DecodeSettings settings) {
    int largest = 3 * settings.longSidePx() * settings.longSidePx();
    return Math.max(MIN_AHEAD, Math.min(MAX_AHEAD, AHEAD_BYTES / largest));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "frames-ahead");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The next frame; one without picture (bgr null, sizes 0) stands where decoding failed.
   *
   * @return empty after the last frame
   * @throws UnusableMediaException when the video cannot be read on
   * @throws java.util.concurrent.CancellationException when this thread is interrupted
   */
  public Optional<Frame> next() throws UnusableMediaException {
    return ahead.next();
  }

  /** Up to so many frames; fewer only at the end of the video, none after it. */
  public List<Frame> next(int atMost) throws UnusableMediaException {
    List<Frame> frames = new ArrayList<>(atMost);
    while (frames.size() < atMost) {
      Optional<Frame> frame = next();
      if (frame.isEmpty()) {
        break;
      }
      frames.add(frame.get());
    }
    return frames;
  }

  long pid() {
    return child.pid();
  }

  /** Frames that have been read and not asked for. */
  int waiting() {
    return ahead.waiting();
  }

  boolean isReading() {
    return ahead.isReading();
  }

  /** Ends the child and the reading ahead, in the middle of the video too. */
  @Override
  public void close() {
    ahead.close();
  }
}
