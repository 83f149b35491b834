package org.otklik.media.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.media.DecoderChild;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.edited.EditedVideo;
import org.otklik.testdata.edited.Transition;
import org.otklik.testdata.synthetic.CreativeScene;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;

class VideoScenesTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final int RATE = 25;

  @TempDir Path folder;

  /** What is on the screen at a time. */
  private interface Script {
    void draw(Graphics2D graphics, int timeMs);
  }

  @Test
  void findsCutsWhereTheyAre() throws IOException, UnusableMediaException {
    List<Integer> cuts =
        cuts(
            6000,
            (graphics, ms) -> {
              room(graphics, ms < 2000 ? Color.BLUE : ms < 4440 ? Color.ORANGE : Color.GREEN);
              walker(graphics, ms);
            });
    assertEquals(List.of(2000, 4440), cuts);
  }

  @Test
  void dissolveIsOneCutInItsMiddle() throws IOException, UnusableMediaException {
    List<Integer> cuts =
        cuts(
            4000,
            (graphics, ms) -> {
              room(graphics, Color.BLUE);
              double part = Math.max(0, Math.min(1, (ms - 1750) / 500.0));
              graphics.setComposite(
                  java.awt.AlphaComposite.getInstance(
                      java.awt.AlphaComposite.SRC_OVER, (float) part));
              room(graphics, Color.YELLOW);
            });
    assertEquals(1, cuts.size(), cuts::toString);
    assertEquals(2000, cuts.get(0), 40);
  }

  @Test
  void movementFlashAndSlowerLightAreNoCuts() throws IOException, UnusableMediaException {
    List<Integer> cuts =
        cuts(
            6000,
            (graphics, ms) -> {
              float light = 0.4f + 0.5f * ms / 6000;
              room(graphics, new Color(light, light, light / 2));
              walker(graphics, ms);
              if (ms >= 3000 && ms < 3120) {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, WIDTH, HEIGHT);
              }
            });
    assertEquals(List.of(), cuts);
  }

  @Test
  void videoOfOneSecondHasOneScene() throws IOException, UnusableMediaException {
    assertEquals(List.of(), cuts(1000, (graphics, ms) -> room(graphics, Color.PINK)));
  }

  @Test
  void demoAdChangesItsPictureTwice() throws IOException, UnusableMediaException {
    Path video = Path.of("..", "ear", "testdata", "src", "main", "demo", "ad-otklik-tea.mp4");
    List<Integer> cuts = cuts(video);
    assertEquals(2, cuts.size(), cuts::toString);
    assertEquals(CreativeScene.LOST_UMBRELLA.fromMs() + 250, cuts.get(0), 300);
    assertEquals(CreativeScene.PACKSHOT.fromMs() + 250, cuts.get(1), 300);
  }

  /**
   * Half of the videos' transitions are cuts, the others dissolves of 0.3 to 1.5 s and fades; there
   * are flashes, hand-held cameras and in one video black bars.
   */
  @Test
  void cutsDissolvesAndFadesOfEditedVideosAreFound() throws IOException, UnusableMediaException {
    for (long seed : new long[] {3, 13}) {
      EditedVideo edited = EditedVideo.of(seed, 8);
      Path video = folder.resolve("edited.mp4");
      edited.write(video);
      List<SceneBorder> found = VideoScenes.borders(video, DecoderChild.standard());
      assertEquals(
          edited.transitions().size(), found.size(), found + " of " + edited.transitions());
      for (int i = 0; i < found.size(); i++) {
        Transition transition = edited.transitions().get(i);
        String which = seed + ": " + found.get(i) + " of " + transition;
        if (transition.kind() == Transition.Kind.CUT) {
          assertEquals(new SceneBorder(transition.beginMs(), 0), found.get(i), which);
        } else {
          assertEquals(transition.middleMs(), found.get(i).atMs(), 120, which);
          int lengthMs = transition.endMs() - transition.beginMs();
          assertEquals(lengthMs, found.get(i).transitionMs(), 250, which);
        }
      }
    }
  }

  private List<Integer> cuts(int durationMs, Script script)
      throws IOException, UnusableMediaException {
    Path video = folder.resolve("video.mp4");
    try (VideoWriter writer =
        VideoWriter.create(video, Settings.of(Format.MP4, WIDTH, HEIGHT, RATE))) {
      for (int ms = 0; ms < durationMs; ms += 1000 / RATE) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        script.draw(graphics, ms);
        graphics.dispose();
        writer.write(picture, ms * 1000L);
      }
    }
    return cuts(video);
  }

  private static List<Integer> cuts(Path video) throws UnusableMediaException {
    return VideoScenes.borders(video, DecoderChild.standard()).stream()
        .map(SceneBorder::atMs)
        .toList();
  }

  private static void room(Graphics2D graphics, Color wall) {
    graphics.setColor(wall);
    graphics.fillRect(0, 0, WIDTH, HEIGHT * 2 / 3);
    graphics.setColor(wall.darker());
    graphics.fillRect(0, HEIGHT * 2 / 3, WIDTH, HEIGHT / 3);
  }

  /** Crosses the picture in two seconds. */
  private static void walker(Graphics2D graphics, int ms) {
    graphics.setColor(Color.BLACK);
    graphics.fillOval(ms % 2000 * WIDTH / 2000, 60, 60, 100);
  }
}
