package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.otklik.media.decoder.CutOrder;
import org.otklik.media.decoder.DecodeRequest;
import org.otklik.media.decoder.RecordOutput;
import org.otklik.storage.UnusableMediaException;

/**
 * Writes one shot of a video, with its panel, as an animated GIF that repeats. All frames are kept
 * until the colours are chosen, so that it is for small and short ones.
 */
public final class GifCut {
  private static final int UNITY = 1 << 16;
  private static final int CHANNELS = 3;

  private final DecodeRequest request;
  private final CutOrder order;
  private final RecordOutput out;

  public GifCut(DecodeRequest request, RecordOutput out) {
    this.request = request;
    this.order = request.cut();
    this.out = out;
  }

  /** Makes it, and tells the parent of every second of it. */
  public void write() throws IOException, UnusableMediaException {
    List<byte[]> frames = new ArrayList<>();
    try (FramePanel panel = new FramePanel(order)) {
      ShotFrames.read(
          request,
          order.shots().get(0),
          out,
          (number, yuv) -> {
            AVFrame whole = panel.beneath(yuv, number);
            frames.add(bgr(whole));
            av_frame_free(whole);
            if ((number + 1) % Math.max(1, order.rateNumerator() / order.rateDenominator()) == 0) {
              out.progress(number + 1);
            }
          });
    }
    new GifFile(order.widthPx(), order.wholeHeightPx(), GifPalette.of(frames))
        .write(frames, order, Path.of(request.copy()));
  }

  private byte[] bgr(AVFrame yuv) throws IOException {
    int width = yuv.width();
    int height = yuv.height();
    SwsContext scaler =
        sws_getContext(
            width,
            height,
            AV_PIX_FMT_YUV420P,
            width,
            height,
            AV_PIX_FMT_BGR24,
            SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT,
            null,
            null,
            (double[]) null);
    IntPointer table = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler, table, 0, table, 1, 0, UNITY, UNITY);
    AVFrame bgr = av_frame_alloc();
    bgr.format(AV_PIX_FMT_BGR24);
    bgr.width(width);
    bgr.height(height);
    Mp4File.check(av_frame_get_buffer(bgr, 0));
    sws_scale(scaler, yuv.data(), yuv.linesize(), 0, height, bgr.data(), bgr.linesize());
    byte[] packed = new byte[CHANNELS * width * height];
    for (int y = 0; y < height; y++) {
      bgr.data(0)
          .position((long) y * bgr.linesize(0))
          .get(packed, y * CHANNELS * width, CHANNELS * width);
    }
    bgr.data(0).position(0);
    av_frame_free(bgr);
    sws_freeContext(scaler);
    return packed;
  }
}
