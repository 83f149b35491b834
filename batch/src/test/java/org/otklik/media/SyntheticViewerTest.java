package org.otklik.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.Polarity;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;
import org.otklik.testdata.synthetic.Staging;
import org.otklik.testdata.synthetic.SyntheticViewer;
import org.otklik.testdata.synthetic.ViewerAppearance;
import org.otklik.testdata.synthetic.ViewerScript;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.timeline.CreativeClock;
import org.otklik.timeline.FrameOutcome;
import org.otklik.timeline.FrameSample;
import org.otklik.timeline.SecondSettings;
import org.otklik.timeline.ViewerSecond;
import org.otklik.timeline.ViewerSeconds;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.track.FaceTracker;
import org.otklik.vision.track.TrackSummary;
import org.otklik.vision.track.TrackedFace;
import org.otklik.vision.track.ViewerTracks;

/** From the script to a video and back: the real models must find what was drawn. */
class SyntheticViewerTest {
  private static final SecondSettings SETTINGS =
      new SecondSettings(0.5, 0.5, 10, Polarity.STANDARD);
  private static FaceObserver observer;

  @TempDir Path folder;

  @BeforeAll
  static void loadModels() {
    Path models = Path.of("..", "models", "release");
    observer =
        FaceObserver.load(
            models.resolve("face-detector"),
            models.resolve("emotion-classifier"),
            VisionSettings.STANDARD);
  }

  @AfterAll
  static void closeModels() {
    observer.close();
  }

  @Test
  void viewerBeforeACameraOfOneFrameInTwoSecondsIsFoundInAllOfThem() throws Exception {
    Path video = folder.resolve("slow.mp4");
    try (InputStream in =
        SyntheticViewerTest.class.getResourceAsStream("video/one-picture-in-2s.mp4")) {
      Files.copy(in, video);
    }
    FaceTracker tracker = new FaceTracker();
    SortedMap<Integer, TrackedFace> faces = new TreeMap<>();
    for (FrameObservation frame :
        observer.observe(VideoFixture.decode(video, DecodeSettings.STANDARD))) {
      assertEquals(1, frame.faces().size(), "at " + frame.mediaTimeMs());
      DetectedFace face = frame.faces().get(0).face();
      assertEquals(1, tracker.assign(frame.mediaTimeMs(), List.of(face))[0]);
      faces.put(frame.mediaTimeMs(), TrackedFace.of(face.box(), frame.mediaTimeMs()));
    }
    assertEquals(4, faces.size());
    double slowestTrackHz = 5;
    assertEquals(
        Set.of(1),
        ViewerTracks.choose(
                List.of(TrackSummary.of(1, faces, List.of())),
                slowestTrackHz,
                ViewerTracks.STANDARD_MIN_TRACK_MS)
            .viewer());
  }

  @ParameterizedTest
  @EnumSource(
      value = Emotion.class,
      names = {"FEAR", "NEUTRAL"},
      mode = EnumSource.Mode.EXCLUDE)
  void theGroupOfEveryEmotionIsRecovered(Emotion emotion) throws Exception {
    ViewerScript script = ViewerScript.neutral().feels(emotion, 1, 1200, 4200);
    DemoViewer somebody = DemoCampaign.viewers().get(emotion.ordinal());
    List<FrameSample> samples =
        samples(video(script, somebody.look(), Staging.of(640, 360, 15), 5000));
    assertEquals(50, samples.size());
    long found = samples.stream().filter(s -> s.outcome() == FrameOutcome.OBSERVED).count();
    assertTrue(found >= 48, found + " of 50 faces found");
    int settled = 0;
    for (ViewerSecond second :
        ViewerSeconds.summarise(samples, CreativeClock.startingAt(0, 5000), 5000, SETTINGS)) {
      if (script.isSettled(second.second())) {
        settled++;
        assertEquals(script.groupAt(second.second() * 1000), second.state(), second.toString());
      }
    }
    assertTrue(settled >= 3, settled + " settled seconds");
    if (emotion == Emotion.HAPPINESS) {
      assertRises(FaceMovement.SMILE, 0.3, samples);
    } else if (emotion == Emotion.SURPRISE) {
      assertRises(FaceMovement.MOUTH_OPEN, 0.1, samples);
      assertRises(FaceMovement.BROWS_RAISED, 0.1, samples);
    }
  }

  /** From the calm first second to the middle of the expression. */
  private static void assertRises(FaceMovement movement, double least, List<FrameSample> samples) {
    double before = mean(movement, samples.subList(0, 10));
    double shown = mean(movement, samples.subList(25, 40));
    assertTrue(shown - before >= least, movement + " from " + before + " to " + shown);
  }

  private static double mean(FaceMovement movement, List<FrameSample> samples) {
    return samples.stream()
        .filter(sample -> sample.outcome() == FrameOutcome.OBSERVED)
        .mapToDouble(sample -> sample.scores().movements().strength(movement))
        .average()
        .orElseThrow();
  }

  @Test
  void nobodyIsFoundInAnEmptyRoomNorAfterTheViewerHasLeft() throws Exception {
    ViewerAppearance look = DemoCampaign.viewers().get(3).look();
    for (FrameSample sample : samples(video(null, look, Staging.of(640, 360, 15), 2000))) {
      assertEquals(FrameOutcome.NO_FACE, sample.outcome());
    }
    ViewerScript leaving = ViewerScript.neutral().leaves(1000, 9000);
    for (FrameSample sample : samples(video(leaving, look, Staging.of(640, 360, 15), 3000))) {
      if (leaving.isPresentAt(sample.mediaTimeMs())) {
        assertEquals(FrameOutcome.OBSERVED, sample.outcome());
      } else if (leaving.awayAt(sample.mediaTimeMs()) == 1) {
        assertEquals(FrameOutcome.NO_FACE, sample.outcome());
      }
    }
  }

  private Path video(ViewerScript script, ViewerAppearance look, Staging staging, int durationMs)
      throws Exception {
    Path video = folder.resolve("viewer.mp4");
    new SyntheticViewer(script, look, staging, 9).writeTo(video, Format.MP4, durationMs);
    return video;
  }

  private List<FrameSample> samples(Path video) throws Exception {
    List<FrameSample> samples = new ArrayList<>();
    try (FrameStream frames =
        FrameStream.open(video, DecodeSettings.STANDARD, DecoderChild.standard())) {
      for (FrameObservation seen : observer.observe(frames.next(1000))) {
        EmotionScores scores =
            seen.outcome() == FrameOutcome.OBSERVED ? seen.faces().get(0).scores() : null;
        samples.add(new FrameSample(seen.mediaTimeMs(), seen.outcome(), scores, scores != null));
      }
    }
    return samples;
  }
}
