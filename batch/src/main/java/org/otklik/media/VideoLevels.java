package org.otklik.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.otklik.sound.SoundLevels;
import org.otklik.sound.SoundPart;
import org.otklik.storage.SoundLevelReader;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Reads sounds in child processes, one at a time: pages can wait for it, jobs should not. */
@ApplicationScoped
public class VideoLevels implements SoundLevelReader {
  private static final int PATIENCE_S = 20;

  private final Semaphore turn = new Semaphore(1, true);

  @Inject private StandbyDecoder decoder;

  @Override
  public SoundLevels levels(Path video) throws UnusableMediaException {
    takeTurn();
    try {
      SoundLevels levels = new SoundLevels();
      VideoSound.streamBeginning(video, SoundPart.MAIN, decoder.child(), levels::add);
      return levels;
    } finally {
      turn.release();
    }
  }

  private void takeTurn() throws UnusableMediaException {
    try {
      if (!turn.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new UnusableMediaException(Reason.SERVER_BUSY, "other sounds are being read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableMediaException(Reason.SERVER_BUSY, "interrupted while others are read");
    }
  }
}
