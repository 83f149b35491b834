package org.otklik.job.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.otklik.analysis.group.SegmentName;
import org.otklik.clip.ClipPlan;
import org.otklik.curve.CreativeSecond;
import org.otklik.media.decoder.CutOrder;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.ClipCurve;
import org.otklik.report.wording.ReportWording;

/**
 * The curve beneath a clip.
 *
 * @param path of a PNG, which goes when the panel is closed
 */
record ClipPanel(Path path, int widthPx, int heightPx) implements AutoCloseable {

  static ClipPanel of(ClipPlan plan, List<CreativeSecond> curve, Palette palette)
      throws IOException {
    ClipCurve drawing =
        new ClipCurve(
            curve,
            plan.beginMs(),
            plan.endMs(),
            SegmentName.of(plan.viewers(), plan.locale()),
            ReportWording.in(plan.locale()));
    Path file = Files.createTempFile("curve", ".png");
    int width = plan.size().width;
    ImageIO.write(drawing.drawn(width, plan.panelHeightPx(), palette), "png", file.toFile());
    return new ClipPanel(file, width, plan.panelHeightPx());
  }

  CutOrder.Panel panel() {
    return new CutOrder.Panel(
        path.toString(), heightPx, ClipCurve.leftPx(widthPx), ClipCurve.rightPx(widthPx));
  }

  @Override
  public void close() throws IOException {
    Files.delete(path);
  }
}
