package org.otklik.job.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.Emotion;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.Staging;
import org.otklik.testdata.synthetic.SyntheticViewer;
import org.otklik.testdata.synthetic.ViewerScript;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.face.TurnScores;
import org.otklik.vision.face.Uprightness;
import org.otklik.vision.image.Frame;
import org.otklik.vision.track.FacePatch;
import org.otklik.vision.track.FaceTracker;
import org.otklik.vision.track.FrameCut;
import org.otklik.vision.track.StillnessTracker;
import org.otklik.vision.track.TrackSummary;
import org.otklik.vision.track.TrackedFace;
import org.otklik.vision.track.ViewerChoice;
import org.otklik.vision.track.ViewerTracks;

/** From frames of synthetic viewers, by the real models, to who the viewer is and when observed. */
class ViewerOfRecordingTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int STEP_MS = 100;

  private static FaceObserver observer;

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

  private static SyntheticViewer viewer(int look, Staging staging, Emotion emotion) {
    ViewerScript script = ViewerScript.neutral().feels(emotion, 1, 500, 9000);
    return new SyntheticViewer(script, DemoCampaign.viewers().get(look).look(), staging, 5 + look);
  }

  private static Staging staging() {
    return Staging.of(WIDTH, HEIGHT, 10);
  }

  private static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    copy.getRaster().setRect(picture.getRaster());
    return copy;
  }

  private static BufferedImage withInset(BufferedImage picture, BufferedImage inset, int... at) {
    BufferedImage whole = copy(picture);
    Graphics2D graphics = whole.createGraphics();
    graphics.drawImage(inset, at[0], at[1], at[2], at[3], null);
    graphics.dispose();
    return whole;
  }

  private static BufferedImage withNoise(BufferedImage picture, double levels, Random random) {
    BufferedImage noisy = copy(picture);
    byte[] pixels = ((DataBufferByte) noisy.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      double level = (pixels[i] & 0xff) + levels * random.nextGaussian();
      pixels[i] = (byte) Math.round(Math.max(0, Math.min(255, level)));
    }
    return noisy;
  }

  private static Frame frame(int timeMs, BufferedImage picture) {
    byte[] bgr = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData().clone();
    return new Frame(timeMs, WIDTH, HEIGHT, WIDTH, HEIGHT, bgr);
  }

  /** All that the evaluation asks of a recording. */
  private record Seen(List<TrackSummary> tracks, ViewerChoice choice, int neededTurn) {
    TrackSummary viewer() {
      assertEquals(1, choice.viewer().size(), tracks.toString());
      int id = choice.viewer().iterator().next();
      return tracks.stream().filter(track -> track.trackId() == id).findFirst().orElseThrow();
    }
  }

  /** As the job does it: observer, trackers, summaries. */
  private static Seen see(int durationMs, IntFunction<BufferedImage> pictures) {
    List<Frame> frames = new ArrayList<>();
    for (int timeMs = 0; timeMs < durationMs; timeMs += STEP_MS) {
      frames.add(frame(timeMs, pictures.apply(timeMs)));
    }
    Set<Integer> again = CheckMoments.RECHECKS.in(frames, -1);
    Set<Integer> turned = CheckMoments.turns(durationMs).in(frames, -1);
    FaceTracker tracker = new FaceTracker();
    StillnessTracker stillness = new StillnessTracker();
    SortedMap<Integer, SortedMap<Integer, TrackedFace>> faces = new TreeMap<>();
    List<FrameCut> cuts = new ArrayList<>();
    List<TurnScores> turns = new ArrayList<>();
    for (FrameObservation frame : observer.observeVideo(frames, again, turned)) {
      int timeMs = frame.mediaTimeMs();
      Double changed = tracker.changedShare(frame.grid());
      if (changed != null && changed >= FrameCut.MIN_CHANGED_SHARE) {
        cuts.add(new FrameCut(timeMs - STEP_MS, timeMs));
      }
      if (frame.turns() != null) {
        turns.add(frame.turns());
      }
      boolean areLooksKept = tracker.isFirstOf(500, timeMs);
      int[] tracks =
          tracker.assign(
              timeMs, frame.faces().stream().map(FaceObservation::face).toList(), frame.grid());
      int[] since = stillness.assign(frame, tracks);
      for (int i = 0; i < tracks.length; i++) {
        FaceObservation face = frame.faces().get(i);
        faces
            .computeIfAbsent(tracks[i], id -> new TreeMap<>())
            .put(
                timeMs,
                new TrackedFace(
                    face.face().box(),
                    since[i],
                    face.recheckScore(),
                    areLooksKept ? FacePatch.of(frame.grid(), face.face().box()) : null));
      }
    }
    List<TrackSummary> tracks = new ArrayList<>();
    faces.forEach((id, found) -> tracks.add(TrackSummary.of(id, found, cuts)));
    ViewerChoice choice =
        ViewerTracks.choose(tracks, 1000.0 / STEP_MS, ViewerTracks.STANDARD_MIN_TRACK_MS);
    return new Seen(tracks, choice, Uprightness.neededTurn(turns));
  }

  @Test
  void cameraThatFreezesUnderTheNoiseOfItsSensorIsFound() {
    SyntheticViewer viewer = viewer(0, staging(), Emotion.HAPPINESS);
    BufferedImage last = copy(viewer.picture(2000));
    Random random = new Random(3);
    Seen seen =
        see(4500, timeMs -> timeMs <= 2000 ? viewer.picture(timeMs) : withNoise(last, 4, random));
    TrackSummary track = seen.viewer();
    assertEquals(45, track.frames());
    assertTrue(track.frozenFrames() >= 23 && track.frozenFrames() <= 25, track.toString());
  }

  @Test
  void photographOnTheWallIsNotTheViewer() {
    SyntheticViewer viewer = viewer(1, staging().framed(0.12, 0.3, 0.5), Emotion.HAPPINESS);
    BufferedImage photograph =
        copy(viewer(4, staging(), Emotion.SADNESS).picture(3000)).getSubimage(200, 20, 240, 320);
    Random random = new Random(4);
    Seen seen =
        see(
            3500,
            timeMs ->
                withNoise(
                    withInset(viewer.picture(timeMs), photograph, 400, 20, 240, 320), 3, random));
    assertEquals(2, seen.tracks().stream().filter(t -> t.frames() == 35).count());
    assertTrue(seen.viewer().meanBox().centreXPx() < 320, seen.toString());
    assertTrue(!seen.choice().isOpen(), seen.toString());
  }

  @Test
  void viewerInTheCornerOfARecordedScreenIsFoundByTheCutsOfTheVideoThere() {
    SyntheticViewer corner = viewer(2, staging(), Emotion.HAPPINESS);
    List<SyntheticViewer> actors =
        List.of(
            viewer(3, staging(), Emotion.SADNESS),
            viewer(6, staging().framed(0.3, 0.6, 0.5).lit(0.5, 3), Emotion.ANGER));
    Seen seen =
        see(
            3000,
            timeMs ->
                withInset(
                    actors.get(timeMs / 1000 % 2).picture(timeMs),
                    corner.picture(timeMs),
                    0,
                    0,
                    256,
                    144));
    assertTrue(seen.viewer().meanBox().centreXPx() < 256, seen.toString());
    assertTrue(!seen.choice().isOpen(), seen.toString());
  }

  @Test
  void viewerInTheCornerBesideALargeFaceIsAskedAbout() {
    SyntheticViewer actor = viewer(3, staging().framed(0.34, 0.5, 0.5), Emotion.SADNESS);
    SyntheticViewer corner = viewer(2, staging(), Emotion.HAPPINESS);
    Seen seen =
        see(
            2000,
            timeMs ->
                withInset(
                    actor.picture(timeMs),
                    corner.picture(timeMs).getSubimage(140, 0, 360, 360),
                    530,
                    250,
                    110,
                    110));
    assertTrue(seen.choice().isOpen() && !seen.choice().mayBeOne(), seen.toString());
    int rival = seen.choice().rival().iterator().next();
    assertTrue(
        seen.tracks().stream().anyMatch(t -> t.trackId() == rival && t.frames() == 20),
        seen.toString());
  }

  @Test
  void whoSitsDownInAnothersPlaceIsAskedAbout() {
    SyntheticViewer first = viewer(0, staging(), Emotion.HAPPINESS);
    SyntheticViewer second = viewer(9, staging(), Emotion.HAPPINESS);
    BufferedImage empty =
        new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR); // the lens was covered
    Seen seen =
        see(
            5500,
            timeMs ->
                timeMs < 2000
                    ? first.picture(timeMs)
                    : timeMs < 3500 ? empty : second.picture(timeMs));
    assertTrue(seen.choice().isOpen() && seen.choice().mayBeOne(), seen.toString());
    seen = see(4000, timeMs -> (timeMs < 2000 ? first : second).picture(timeMs));
    assertTrue(seen.choice().isOpen() && seen.choice().mayBeOne(), seen.toString());
  }

  @Test
  void whoComesBackIsTheViewer() {
    SyntheticViewer viewer = viewer(3, staging(), Emotion.HAPPINESS);
    BufferedImage empty = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Seen seen =
        see(5500, timeMs -> timeMs < 2000 || timeMs >= 3500 ? viewer.picture(timeMs) : empty);
    assertTrue(!seen.choice().isOpen() && seen.choice().viewer().size() == 2, seen.toString());
  }

  @Test
  void twoPeopleOfACallAreAskedAbout() {
    SyntheticViewer left = viewer(0, staging().framed(0.14, 0.25, 0.5), Emotion.HAPPINESS);
    SyntheticViewer right = viewer(5, staging(), Emotion.SADNESS);
    Seen seen =
        see(
            3000,
            timeMs -> withInset(left.picture(timeMs), right.picture(timeMs), 320, 90, 320, 180));
    assertTrue(seen.choice().isOpen(), seen.toString());
  }

  private static BufferedImage turned(BufferedImage picture, int quarters) {
    int sideX = quarters % 2 == 0 ? picture.getWidth() : picture.getHeight();
    int sideY = quarters % 2 == 0 ? picture.getHeight() : picture.getWidth();
    BufferedImage turned = new BufferedImage(sideX, sideY, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = turned.createGraphics();
    AffineTransform turn = AffineTransform.getTranslateInstance(sideX / 2.0, sideY / 2.0);
    turn.quadrantRotate(quarters);
    turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
    graphics.drawImage(picture, turn, null);
    graphics.dispose();
    return turned;
  }

  /** The upper part of a viewer's picture, as high as it is wide, turned to fit the frame. */
  private static BufferedImage lying(BufferedImage picture) {
    BufferedImage square = picture.getSubimage((WIDTH - HEIGHT) / 2, 0, HEIGHT, HEIGHT);
    return withInset(
        new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR),
        turned(copy(square), 1),
        100,
        0,
        HEIGHT,
        HEIGHT);
  }

  @Test
  void recordingUpsideDownNeedsATurn() {
    SyntheticViewer viewer = viewer(3, staging(), Emotion.HAPPINESS);
    assertEquals(180, see(2500, timeMs -> turned(viewer.picture(timeMs), 2)).neededTurn());
  }

  @Test
  void recordingOnItsSideNeedsATurn() {
    SyntheticViewer viewer = viewer(3, staging(), Emotion.HAPPINESS);
    assertEquals(270, see(2500, timeMs -> lying(viewer.picture(timeMs))).neededTurn());
  }

  @Test
  void viewerWhoLiesDownForAWhileIsNoReasonToTurn() {
    SyntheticViewer viewer = viewer(3, staging(), Emotion.HAPPINESS);
    Seen seen =
        see(3000, timeMs -> timeMs < 1800 ? viewer.picture(timeMs) : lying(viewer.picture(timeMs)));
    assertEquals(0, seen.neededTurn());
  }

  @Test
  void whoLiesBesideTheViewerIsNoReasonToTurn() {
    SyntheticViewer sitting = viewer(0, staging().framed(0.14, 0.25, 0.5), Emotion.HAPPINESS);
    SyntheticViewer lying = viewer(5, staging(), Emotion.SADNESS);
    Seen seen =
        see(
            2500,
            timeMs ->
                withInset(
                    sitting.picture(timeMs),
                    lying(lying.picture(timeMs)).getSubimage(100, 0, HEIGHT, HEIGHT),
                    360,
                    80,
                    280,
                    280));
    assertEquals(0, seen.neededTurn());
  }

  /** Gone behind a hand, out of the picture, or by a lamp that goes out: for less than a second. */
  @Test
  void viewerWhoseFaceGoesForLessThanASecondIsOne() {
    SyntheticViewer before = viewer(3, staging(), Emotion.HAPPINESS);
    BufferedImage dark = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    List<SyntheticViewer> afterwards =
        List.of(
            before,
            viewer(3, staging().framed(0.15, 0.3, 0.5), Emotion.HAPPINESS),
            viewer(3, staging().framed(0.3, 0.6, 0.5), Emotion.HAPPINESS),
            viewer(3, staging().lit(0.55, 3), Emotion.HAPPINESS));
    for (SyntheticViewer after : afterwards) {
      Seen seen =
          see(
              4000,
              timeMs ->
                  timeMs < 1600
                      ? before.picture(timeMs)
                      : timeMs < 2400 ? dark : after.picture(timeMs));
      assertTrue(!seen.choice().isOpen(), seen.toString());
      int frames =
          seen.tracks().stream()
              .filter(track -> seen.choice().viewer().contains(track.trackId()))
              .mapToInt(TrackSummary::frames)
              .sum();
      assertEquals(32, frames, seen.toString());
    }
  }

  @Test
  void viewerWhoseSizeJumpsIsOne() {
    SyntheticViewer far = viewer(0, staging().framed(0.1, 0.5, 0.5), Emotion.HAPPINESS);
    SyntheticViewer near = viewer(0, staging().framed(0.3, 0.4, 0.55), Emotion.HAPPINESS);
    Seen seen = see(3000, timeMs -> (timeMs < 1500 ? far : near).picture(timeMs));
    int frames =
        seen.tracks().stream()
            .filter(track -> seen.choice().viewer().contains(track.trackId()))
            .mapToInt(TrackSummary::frames)
            .sum();
    assertEquals(30, frames, seen.toString());
    assertEquals(0, seen.neededTurn());
  }
}
