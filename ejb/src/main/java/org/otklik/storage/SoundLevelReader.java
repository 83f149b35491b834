package org.otklik.storage;

import java.nio.file.Path;
import org.otklik.sound.SoundLevels;

/** How loud a video's sound is over time; the batch module brings the FFmpeg behind it. */
public interface SoundLevelReader {
  /**
   * Of its first 20 minutes; none where the video has no sound, or none that can be decoded.
   *
   * @throws UnusableMediaException when the video cannot be read; SERVER_BUSY while others are read
   */
  SoundLevels levels(Path video) throws UnusableMediaException;
}
