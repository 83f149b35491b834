package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.demo.DemoManifest;
import org.otklik.demo.DemoManifest.ViewerVideo;

/**
 * The videos of the demo: one's own, or the ready-made synthetic ones.
 *
 * @param synthetic whether the viewers are drawn, not filmed
 */
record DemoMedia(
    String campaignName, boolean synthetic, String adName, Path ad, List<ViewerVideo> viewers) {

  /** Those that came with Otklik, unless one's own were given. */
  static DemoMedia of(DemoOptions options, BuildLayout layout) throws IOException {
    if (options.ad().isPresent()) {
      return own(options.ad().get(), options.recordings());
    }
    DemoManifest manifest = DemoManifest.in(layout.demo());
    return new DemoMedia(
        manifest.campaign(),
        true,
        manifest.creativeName(),
        manifest.creative(),
        manifest.viewers());
  }

  /** One's own videos; viewers are named after their files. */
  private static DemoMedia own(Path ad, List<Path> recordings) {
    List<ViewerVideo> viewers = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Path recording : recordings) {
      String code = name(recording);
      for (int i = 2; !codes.add(code); i++) {
        code = name(recording) + "-" + i;
      }
      viewers.add(new ViewerVideo(code, Map.of(), recording));
    }
    return new DemoMedia("Own videos: " + name(ad), false, name(ad), ad, viewers);
  }

  private static String name(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]{1,5}$", "");
    return name.substring(0, Math.min(60, name.length()));
  }
}
