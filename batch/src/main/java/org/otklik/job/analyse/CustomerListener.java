package org.otklik.job.analyse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoSound;
import org.otklik.recording.Recording;
import org.otklik.sound.CustomerSound;
import org.otklik.sound.OtherSide;
import org.otklik.sound.SoundLevels;
import org.otklik.sound.SoundPart;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.voice.HeardVoice;
import org.otklik.voice.VoiceFinding;
import org.otklik.voice.VoiceListener;

/**
 * Listens for the customer's voice in a call: in the part of its sound that an analyst says is the
 * customer's alone. Of the rest of the sound nothing is known but how loud it is, and that only
 * while the job runs: what leaks from there is not taken for the customer.
 */
@ApplicationScoped
class CustomerListener {
  @Inject private MediaStore store;
  @Inject private StandbyDecoder decoder;
  @Inject private VoiceModels models;

  /**
   * @param isStopped asked with each second of sound
   * @throws ViewerListener.Stopped when it answers yes
   */
  HeardVoice listen(AnalysisRun run, BooleanSupplier isStopped)
      throws IOException, UnusableMediaException {
    if (run.customerSound().isEmpty()) {
      return HeardVoice.nothing(VoiceFinding.SIDES_UNKNOWN);
    }
    CustomerSound customer = run.customerSound().get();
    if (customer.part().isEmpty()) {
      return HeardVoice.nothing(VoiceFinding.SIDES_MIXED);
    }
    try (StoredFile video = store.open(run.recording().mediaSha256())) {
      return listen(run.recording(), video.path(), customer, isStopped);
    }
  }

  private HeardVoice listen(
      Recording call, Path video, CustomerSound customer, BooleanSupplier isStopped)
      throws UnusableMediaException {
    OtherSide other = new OtherSide();
    for (SoundPart part : customer.others(call.soundChannels())) {
      other.addOther(levels(video, part, isStopped));
    }
    IntPredicate otherSpeaks = other::isLouder;
    VoiceListener listener =
        new VoiceListener(models.activity(), models.emotion(), ms -> false, otherSpeaks);
    VideoSound.stream(
        video,
        customer.part().get(),
        decoder.child(),
        samples -> {
          ViewerListener.goOnUnless(isStopped);
          other.add(samples);
          listener.add(samples);
        });
    return listener.finish(call.clock());
  }

  private SoundLevels levels(Path video, SoundPart part, BooleanSupplier isStopped)
      throws UnusableMediaException {
    SoundLevels levels = new SoundLevels();
    VideoSound.stream(
        video,
        part,
        decoder.child(),
        samples -> {
          ViewerListener.goOnUnless(isStopped);
          levels.add(samples);
        });
    return levels;
  }

  /**
   * Share of its first 20 minutes in which each part of a call's sound is loud enough to be a
   * voice, as {@link CustomerSound#parts} lists them.
   */
  List<Double> audible(Recording call) throws IOException, UnusableMediaException {
    List<Double> audible = new ArrayList<>();
    try (StoredFile video = store.open(call.mediaSha256())) {
      for (CustomerSound part : CustomerSound.parts(call.soundChannels())) {
        SoundLevels levels = new SoundLevels();
        VideoSound.streamBeginning(
            video.path(), part.part().orElseThrow(), decoder.child(), levels::add);
        audible.add(levels.audibleShare());
      }
    }
    return audible;
  }
}
