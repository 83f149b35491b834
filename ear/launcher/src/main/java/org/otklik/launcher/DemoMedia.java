package org.otklik.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The films of the demo: one's own, or the synthetic ones.
 *
 * @param synthetic whether the viewers are drawn, not filmed
 */
record DemoMedia(
    String campaignName, boolean synthetic, String adName, Path ad, List<ViewerFilm> viewers) {

  /** One viewer's recording. */
  record ViewerFilm(String viewerCode, Map<String, String> segments, Path file) {}

  /** One's own films; viewers are named after their files. */
  static DemoMedia own(Path ad, List<Path> recordings) {
    List<ViewerFilm> viewers = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Path recording : recordings) {
      String code = name(recording);
      for (int i = 2; !codes.add(code); i++) {
        code = name(recording) + "-" + i;
      }
      viewers.add(new ViewerFilm(code, Map.of(), recording));
    }
    return new DemoMedia("Own films: " + name(ad), false, name(ad), ad, viewers);
  }

  private static String name(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]{1,5}$", "");
    return name.substring(0, Math.min(60, name.length()));
  }
}
