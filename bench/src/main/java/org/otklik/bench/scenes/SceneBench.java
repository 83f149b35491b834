package org.otklik.bench.scenes;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.otklik.media.DecoderChild;
import org.otklik.media.scene.SceneBorder;
import org.otklik.media.scene.VideoScenes;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.edited.EditedVideo;

/** Cuts, dissolves and fades of synthetic videos, by our detector and by others, in one run. */
public final class SceneBench {
  private static final int SHOTS = 30;

  private SceneBench() {}

  /**
   * @param args the first video's seed, and how many videos
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, UnusableMediaException {
    PrintStream out = System.out;
    long first = Long.parseLong(args[0]);
    int videos = Integer.parseInt(args[1]);
    FoundBorders ours = new FoundBorders("ours", true);
    FoundBorders scdet = new FoundBorders("ffmpeg-scdet", false);
    FoundBorders select = new FoundBorders("ffmpeg-select", false);
    FoundBorders content = new FoundBorders("content-formula", false);
    FoundBorders adaptive = new FoundBorders("adaptive-formula", false);
    for (long seed = first; seed < first + videos; seed++) {
      EditedVideo edited = EditedVideo.of(seed, SHOTS);
      Path video = Files.createTempFile("edited", ".mp4");
      try {
        edited.write(video);
        List<SceneBorder> found = VideoScenes.borders(video, DecoderChild.standard());
        ours.add(edited.transitions(), found);
        scdet.add(edited.transitions(), FfmpegDetectors.scdet(video));
        select.add(edited.transitions(), FfmpegDetectors.select(video));
        FrameDifferences differences = FrameDifferences.of(video);
        content.add(edited.transitions(), differences.content());
        adaptive.add(edited.transitions(), differences.adaptive());
      } finally {
        Files.delete(video);
      }
    }
    for (FoundBorders one : List.of(ours, scdet, select, content, adaptive)) {
      out.print(one.report());
    }
  }
}
