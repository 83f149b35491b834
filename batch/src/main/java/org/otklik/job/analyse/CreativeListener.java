package org.otklik.job.analyse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoSound;
import org.otklik.recording.Recording;
import org.otklik.sound.CreativeSound;
import org.otklik.sound.SoundAligner;
import org.otklik.sound.SoundAlignment;
import org.otklik.sound.SoundFinding;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;

/** Listens for creatives in recordings, in one at a time: a long sound takes a lot of memory. */
@ApplicationScoped
class CreativeListener {
  @Inject private MediaStore store;
  @Inject private StandbyDecoder decoder;

  /**
   * Where a recording's creative is heard.
   *
   * @param otherCuts SHA-256 of videos that may be other cuts of the creative
   */
  synchronized SoundAlignment listen(Recording recording, List<String> otherCuts)
      throws IOException, UnusableMediaException {
    if (!recording.hasSound()) {
      return SoundAlignment.refused(SoundFinding.RECORDING_SILENT, 0, 0, 0);
    }
    SoundAligner aligner = aligner(recording);
    if (aligner.isSilent()) {
      return SoundAlignment.refused(SoundFinding.RECORDING_SILENT, 0, 0, 0);
    }
    SoundAlignment found = aligner.find(sound(recording.creative().mediaSha256()));
    if (found.finding() != SoundFinding.FOUND) {
      return found;
    }
    List<SoundAlignment> others = new ArrayList<>();
    for (String sha256 : otherCuts) {
      others.add(aligner.find(sound(sha256)));
    }
    return found.against(others);
  }

  private SoundAligner aligner(Recording recording) throws IOException, UnusableMediaException {
    try (StoredFile video = store.open(recording.mediaSha256())) {
      return new SoundAligner(
          VideoSound.read(video.path(), decoder.child()), recording.durationMs());
    }
  }

  private CreativeSound sound(String sha256) throws IOException, UnusableMediaException {
    try (StoredFile video = store.open(sha256)) {
      return CreativeSound.of(VideoSound.read(video.path(), decoder.child()));
    }
  }
}
