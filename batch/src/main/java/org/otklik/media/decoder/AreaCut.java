package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;
import org.otklik.vision.image.FrameArea;

/**
 * Cuts decoded frames to a part of the frame, before anything else is done with them: what lies
 * outside is in no frame that leaves the child, not even mixed into pixels at the edge.
 */
final class AreaCut implements AutoCloseable {
  /** Edges inwards to this many pixels: colours are stored for up to four together. */
  private static final int STEP_PX = 4;

  private final FrameArea area;
  private AVFrame cut;

  /**
   * @param area of the upright frame
   */
  AreaCut(FrameArea area, Orientation orientation) {
    this.area = stored(area, orientation);
  }

  /** The same part of the frame as it is stored. */
  static FrameArea stored(FrameArea upright, Orientation orientation) {
    double right = 1 - upright.left() - upright.width();
    double bottom = 1 - upright.top() - upright.height();
    double[] lying =
        switch (orientation.rotationDegrees()) {
          case 90 -> new double[] {upright.top(), right, upright.height(), upright.width()};
          case 180 -> new double[] {right, bottom, upright.width(), upright.height()};
          case 270 -> new double[] {bottom, upright.left(), upright.height(), upright.width()};
          default -> upright.shares();
        };
    if (orientation.mirrored()) {
      lying[0] = 1 - lying[0] - lying[2];
    }
    return new FrameArea(Math.max(0, lying[0]), Math.max(0, lying[1]), lying[2], lying[3]);
  }

  /** The frame itself where all of it is wanted; else one that is valid until the next call. */
  AVFrame of(AVFrame frame) throws UnusableMediaException {
    if (area.isWhole()) {
      return frame;
    }
    if (cut == null) {
      cut = av_frame_alloc();
    }
    av_frame_unref(cut);
    int left = up(area.left() * frame.width());
    int top = up(area.top() * frame.height());
    int right = end(area.left() + area.width(), frame.width());
    int bottom = end(area.top() + area.height(), frame.height());
    if (right <= left || bottom <= top || av_frame_ref(cut, frame) < 0) {
      throw new UnusableMediaException(Reason.UNSUPPORTED, "the frame is too small to be cut");
    }
    cut.crop_left(left);
    cut.crop_top(top);
    cut.crop_right(frame.width() - right);
    cut.crop_bottom(frame.height() - bottom);
    if (av_frame_apply_cropping(cut, AV_FRAME_CROP_UNALIGNED) < 0) {
      throw new UnusableMediaException(Reason.UNSUPPORTED, "frames that cannot be cut");
    }
    return cut;
  }

  /** At the frame's own edge, all of it. */
  private static int end(double share, int wholePx) {
    double px = share * wholePx;
    return px > wholePx - 1 ? wholePx : (int) (px + ROUNDING) / STEP_PX * STEP_PX;
  }

  private static int up(double px) {
    return ((int) Math.ceil(px - ROUNDING) + STEP_PX - 1) / STEP_PX * STEP_PX;
  }

  private static final double ROUNDING = 1e-3;

  @Override
  public void close() {
    if (cut != null) {
      av_frame_free(cut);
      cut = null;
    }
  }
}
