package org.otklik.media.decoder;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.otklik.media.decoder.UprightScaler.UprightFrame;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Sends the frames of the sampling grid to the parent. */
public final class FrameSampling implements FrameDecoder.Sink, AutoCloseable {
  private final DecodeRequest request;
  private final RecordOutput out;
  private final SampleGrid grid;
  private final UprightScaler scaler;
  private final AreaCut cut;

  /** Of the first frame: later ones of another size are shown within it, as players do. */
  private UprightSize shown;

  public FrameSampling(DecodeRequest request, OpenVideo video, RecordOutput out) {
    this.request = request;
    this.out = out;
    this.cut = new AreaCut(request.area(), video.orientation());
    this.grid = new SampleGrid(request.sampleHz());
    this.scaler =
        new UprightScaler(video, video.orientation().turned(request.turnDegrees()), this::size);
  }

  private UprightSize size(int width, int height, double pixelAspect, int rotation) {
    UprightSize own =
        UprightSize.ofLongSide(width, height, pixelAspect, rotation, request.sidePx());
    if (shown == null) {
      shown = own;
    }
    return own.isOfSameSource(shown) ? own : own.inside(shown);
  }

  @Override
  public boolean accept(long timeUs, AVFrame frame) throws IOException, UnusableMediaException {
    checkDuration(timeUs, request.limits());
    if (!grid.takes(timeUs) || SampleGrid.toMs(timeUs) <= request.afterMs()) {
      return true;
    }
    UprightFrame upright = frame == null ? null : scaler.picture(cut.of(frame));
    out.frame(SampleGrid.toMs(timeUs), upright == null ? null : upright.within(shown));
    return true;
  }

  public static void checkDuration(long timeUs, DecodeRequest.Limits limits)
      throws UnusableMediaException {
    if (timeUs / 1000 > limits.durationMs()) {
      throw new UnusableMediaException(Reason.TOO_LONG, timeUs / 1_000_000 + " s");
    }
  }

  @Override
  public void close() {
    scaler.close();
    cut.close();
  }
}
