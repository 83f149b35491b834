package org.otklik.media;

import java.nio.file.Path;
import org.otklik.storage.UnusableMediaException;

/** Copies of videos that browsers play, made in the child process. */
public final class VideoCopies {
  private VideoCopies() {}

  /**
   * Writes MP4 with H.264 and AAC, upright, at most 1280×720 or 720×1280, with the times of the
   * video's own pictures.
   *
   * @param copy the file to write; of no use after an exception
   */
  public static void write(Path video, Path copy, DecoderChild child)
      throws UnusableMediaException {
    try (DecoderAnswer answer = child.copy(video, copy)) {
      DecoderRecord record = answer.next();
      if (!(record instanceof DecoderRecord.End)) {
        throw DecoderAnswer.unexpected(record);
      }
    }
  }
}
