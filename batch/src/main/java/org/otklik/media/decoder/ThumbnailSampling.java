package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.otklik.storage.UnusableMediaException;

/** Sends, for each wanted time, the last whole frame at or before it (or the first there is). */
public final class ThumbnailSampling implements FrameDecoder.Sink, AutoCloseable {
  private final int[] timesMs;
  private final RecordOutput out;
  private final UprightScaler scaler;
  private final AVFrame shown = av_frame_alloc();
  private int shownMs = -1;
  private int next;

  public ThumbnailSampling(DecodeRequest request, OpenVideo video, RecordOutput out) {
    this.timesMs = request.timesMs();
    this.out = out;
    this.scaler =
        new UprightScaler(
            video,
            (width, height, aspect, rotation) ->
                UprightSize.ofWidth(width, height, aspect, rotation, request.sidePx()));
  }

  @Override
  public boolean accept(long timeUs, AVFrame frame) throws IOException, UnusableMediaException {
    if (frame == null) {
      return true;
    }
    int timeMs = SampleGrid.toMs(timeUs);
    while (next < timesMs.length && shownMs >= 0 && timesMs[next] < timeMs) {
      send();
    }
    av_frame_unref(shown);
    av_frame_ref(shown, frame);
    shownMs = Math.max(0, timeMs);
    return next < timesMs.length;
  }

  /** The times after the last frame get the last frame. */
  public void finish() throws IOException, UnusableMediaException {
    while (next < timesMs.length && shownMs >= 0) {
      send();
    }
  }

  private void send() throws IOException, UnusableMediaException {
    out.thumbnail(timesMs[next], shownMs, scaler.picture(shown));
    next++;
  }

  @Override
  public void close() {
    av_frame_free(shown);
    scaler.close();
  }
}
