package org.otklik.job.analyse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoSound;
import org.otklik.recording.Recording;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.timeline.CreativeClock;
import org.otklik.voice.CreativeSpeech;
import org.otklik.voice.CreativeSpeech.Presence;
import org.otklik.voice.HeardVoice;
import org.otklik.voice.VoiceFinding;
import org.otklik.voice.VoiceListener;

/**
 * Listens for the viewer's voice in a recording. Where the creative itself speaks, and is heard or
 * may be, nobody is judged: its voice would be taken for the viewer's.
 */
@ApplicationScoped
class ViewerListener {
  @Inject private MediaStore store;
  @Inject private StandbyDecoder decoder;
  @Inject private VoiceModels models;
  @Inject private CustomerListener callers;

  /** Somebody asked the job to stop. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param isStopped asked with each second of sound
   * @throws Stopped when it answers yes
   */
  HeardVoice listen(AnalysisRun run, BooleanSupplier isStopped)
      throws IOException, UnusableMediaException {
    Recording recording = run.recording();
    if (!recording.hasSound()) {
      return HeardVoice.nothing(VoiceFinding.NO_SOUND);
    }
    if (recording.isCall()) {
      return callers.listen(run, isStopped);
    }
    Presence creative = Presence.of(recording.soundFinding().orElse(null));
    if (creative == Presence.OTHER_CUT) {
      return HeardVoice.nothing(VoiceFinding.CREATIVE_UNPLACED);
    }
    IntPredicate creativeSpeaks = ms -> false;
    if (creative != Presence.NOT_HEARD) {
      CreativeSpeech speech = speech(recording.creative().mediaSha256(), isStopped);
      if (creative == Presence.UNPLACED && speech.isThere()) {
        return HeardVoice.nothing(VoiceFinding.CREATIVE_UNPLACED);
      }
      creativeSpeaks = heardBy(recording.clock(), speech);
    }
    VoiceListener listener = new VoiceListener(models.activity(), models.emotion(), creativeSpeaks);
    try (StoredFile video = store.open(recording.mediaSha256())) {
      VideoSound.stream(
          video.path(),
          decoder.child(),
          samples -> {
            goOnUnless(isStopped);
            listener.add(samples);
          });
    }
    return listener.finish(recording.clock());
  }

  private CreativeSpeech speech(String sha256, BooleanSupplier isStopped)
      throws IOException, UnusableMediaException {
    CreativeSpeech speech = new CreativeSpeech(models.activity());
    try (StoredFile video = store.open(sha256)) {
      VideoSound.stream(
          video.path(),
          decoder.child(),
          samples -> {
            goOnUnless(isStopped);
            speech.add(samples);
          });
    }
    speech.finish();
    return speech;
  }

  private static IntPredicate heardBy(CreativeClock clock, CreativeSpeech speech) {
    return ms -> {
      OptionalInt creativeMs = clock.creativeMs(ms);
      return creativeMs.isPresent() && speech.isNear(creativeMs.getAsInt());
    };
  }

  static void goOnUnless(BooleanSupplier isStopped) {
    if (isStopped.getAsBoolean()) {
      throw new Stopped();
    }
  }
}
