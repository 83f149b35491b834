package org.otklik.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.Frame;

/**
 * The sampled frames of a film, in the order of their times, straight from the child process: the
 * memory it takes does not depend on the film's length. For one thread.
 */
public final class FrameStream implements AutoCloseable {
  private final DecoderProcess child;

  private FrameStream(DecoderProcess child) {
    this.child = child;
  }

  public static FrameStream open(Path film, DecodeSettings settings, DecoderChild child)
      throws UnusableMediaException {
    return new FrameStream(child.frames(film, settings));
  }

  /**
   * The next frame; one without picture (bgr null, sizes 0) stands where decoding failed.
   *
   * @return empty after the last frame
   * @throws UnusableMediaException when the film cannot be read on
   */
  public Optional<Frame> next() throws UnusableMediaException {
    DecoderRecord record = child.next();
    if (record instanceof DecoderRecord.Sampled sampled) {
      return Optional.of(sampled.frame());
    }
    if (record instanceof DecoderRecord.End) {
      return Optional.empty();
    }
    child.close();
    throw DecoderProcess.unexpected(record);
  }

  /** Up to so many frames; fewer only at the end of the film, none after it. */
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

  /** Ends the child, in the middle of the film too. */
  @Override
  public void close() {
    child.close();
  }
}
