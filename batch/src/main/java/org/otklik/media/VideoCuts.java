package org.otklik.media;

import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.otklik.media.decoder.CutOrder;
import org.otklik.storage.UnusableMediaException;

/** Videos cut out of others, made in the child process. */
public final class VideoCuts {
  private VideoCuts() {}

  /**
   * Writes MP4 with H.264 and AAC.
   *
   * @param cut the file to write; of no use after an exception
   * @param progress told how many of {@link CutOrder#frames()} are written, about once for every
   *     second of the cut; what it throws ends the work
   */
  public static void write(
      Path video, CutOrder order, Path cut, DecoderChild child, IntConsumer progress)
      throws UnusableMediaException {
    try (DecoderAnswer answer = child.cut(video, order, cut)) {
      DecoderRecord record = answer.next();
      while (record instanceof DecoderRecord.Progress told) {
        progress.accept(told.frames());
        record = answer.next();
      }
      if (!(record instanceof DecoderRecord.End)) {
        throw DecoderAnswer.unexpected(record);
      }
    }
  }
}
