package org.otklik.web.portal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.otklik.overview.CreativePreview;

/** A creative at a glance: its poster, and its curve as the path of a small drawing. */
public record PreviewChart(CreativePreview preview) {
  /** Size of the drawing, in its own units. */
  public static final int WIDTH = 200;

  public static final int HEIGHT = 40;

  /** Address of the poster below the application; null while there is no picture. */
  public String poster() {
    return preview.pictureSecond() == null
        ? null
        : "/api/v1/creatives/" + preview.creative() + "/thumbnails/" + preview.pictureSecond();
  }

  public boolean hasCurve() {
    return preview.positiveShares().stream().filter(Objects::nonNull).count() > 1;
  }

  /** Outline of the curve; broken where nobody was observed. */
  public String line() {
    StringBuilder path = new StringBuilder();
    List<Double> shares = preview.positiveShares();
    boolean drawing = false;
    for (int second = 0; second < shares.size(); second++) {
      Double share = shares.get(second);
      if (share != null) {
        path.append(drawing ? 'L' : 'M').append(point(second, share));
      }
      drawing = share != null;
    }
    return path.toString();
  }

  private String point(int second, double share) {
    double step = (double) WIDTH / Math.max(1, preview.positiveShares().size() - 1);
    return String.format(
        Locale.ROOT, "%.1f %.1f ", second * step, HEIGHT - 1 - share * (HEIGHT - 2));
  }

  /** Largest share of viewers in a positive state, 0..1. */
  public double peak() {
    return preview.positiveShares().stream()
        .filter(Objects::nonNull)
        .mapToDouble(share -> share)
        .max()
        .orElse(0);
  }

  /** Second of the peak. */
  public int peakSecond() {
    return preview.positiveShares().indexOf(peak());
  }
}
