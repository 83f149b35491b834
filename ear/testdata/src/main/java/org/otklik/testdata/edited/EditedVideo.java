package org.otklik.testdata.edited;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.otklik.testdata.edited.Transition.Kind;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;

/**
 * A video of synthetic shots, with cuts, dissolves of 0.3 to 1.5 s and fades through black. Some
 * shots have flashes (one to three white frames), every third video black bars above and below.
 */
public final class EditedVideo {
  public static final int RATE = 25;
  private static final int FRAME_MS = 1000 / RATE;
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final double BAR = 0.125;
  private static final int MIN_SHOT_FRAMES = 30;
  private static final int MORE_SHOT_FRAMES = 90;
  private static final int MIN_TRANSITION_FRAMES = 8;
  private static final int MORE_TRANSITION_FRAMES = 30;

  /** Of a flash, in frames from the shot's beginning; a length of 0 is none. */
  private record Flash(int frame, int length, float strength) {}

  /** Frames alone on the screen: from the transition before to the next one. */
  private record Piece(SyntheticShot shot, Flash flash, int begin, int end) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final boolean hasBars;

  private EditedVideo(long seed, int shots) {
    Random random = new Random(seed);
    hasBars = seed % 3 == 0;
    int begin = 0;
    for (int i = 0; i < shots; i++) {
      int end = begin + MIN_SHOT_FRAMES + random.nextInt(MORE_SHOT_FRAMES);
      Flash flash =
          new Flash(
              5 + random.nextInt(end - begin - 10),
              random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0,
              0.6f + 0.4f * random.nextFloat());
      pieces.add(new Piece(new SyntheticShot(WIDTH, HEIGHT, random), flash, begin, end));
      if (i < shots - 1) {
        Kind kind = kind(random);
        int length =
            kind == Kind.CUT ? 0 : MIN_TRANSITION_FRAMES + random.nextInt(MORE_TRANSITION_FRAMES);
        kinds.add(kind);
        transitions.add(new Transition(kind, end * FRAME_MS, (end + length) * FRAME_MS));
        begin = end + length;
      }
    }
  }

  private static Kind kind(Random random) {
    int of10 = random.nextInt(10);
    return of10 < 5 ? Kind.CUT : of10 < 8 ? Kind.DISSOLVE : Kind.FADE;
  }

  /**
   * @param seed another video for each; those that 3 divides have black bars
   * @param shots how many; they last 1.2 to 4.8 s each, transitions not counted
   */
  public static EditedVideo of(long seed, int shots) {
    return new EditedVideo(seed, shots);
  }

  /** In the video's order. */
  public List<Transition> transitions() {
    return List.copyOf(transitions);
  }

  /** Writes it as MP4. */
  public void write(Path video) throws IOException {
    int frames = pieces.get(pieces.size() - 1).end;
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    try (VideoWriter writer =
        VideoWriter.create(video, Settings.of(Format.MP4, WIDTH, HEIGHT, RATE))) {
      int piece = 0;
      for (int frame = 0; frame < frames; frame++) {
        while (piece + 1 < pieces.size() && frame >= pieces.get(piece + 1).begin) {
          piece++;
        }
        Graphics2D graphics = picture.createGraphics();
        draw(graphics, piece, frame);
        graphics.dispose();
        writer.write(picture, 1000L * FRAME_MS * frame);
      }
    }
  }

  private void draw(Graphics2D graphics, int index, int frame) {
    Piece piece = pieces.get(index);
    piece.shot.draw(graphics, (frame - piece.begin) / (double) RATE);
    if (frame >= piece.end) {
      Piece next = pieces.get(index + 1);
      double part = (frame - piece.end + 1.0) / (next.begin - piece.end + 1);
      if (kinds.get(index) == Kind.DISSOLVE) {
        cover(graphics, (float) part);
        next.shot.draw(graphics, (frame - next.begin) / (double) RATE);
      } else if (part < 0.5) {
        black(graphics, (float) (2 * part));
      } else {
        next.shot.draw(graphics, (frame - next.begin) / (double) RATE);
        black(graphics, (float) (2 - 2 * part));
      }
    }
    cover(graphics, 1);
    int sinceFlash = frame - piece.begin - piece.flash.frame;
    if (sinceFlash >= 0 && sinceFlash < piece.flash.length) {
      cover(graphics, piece.flash.strength);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, WIDTH, HEIGHT);
      cover(graphics, 1);
    }
    if (hasBars) {
      graphics.setColor(Color.BLACK);
      graphics.fillRect(0, 0, WIDTH, (int) (BAR * HEIGHT));
      graphics.fillRect(0, (int) ((1 - BAR) * HEIGHT), WIDTH, (int) (BAR * HEIGHT) + 1);
    }
  }

  private static void black(Graphics2D graphics, float part) {
    cover(graphics, part);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private static void cover(Graphics2D graphics, float part) {
    graphics.setComposite(
        AlphaComposite.getInstance(AlphaComposite.SRC_OVER, Math.max(0, Math.min(1, part))));
  }
}
