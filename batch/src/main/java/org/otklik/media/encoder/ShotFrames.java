package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.otklik.media.decoder.CutOrder;
import org.otklik.media.decoder.DecodeRequest;
import org.otklik.media.decoder.FrameDecoder;
import org.otklik.media.decoder.OpenVideo;
import org.otklik.media.decoder.RecordOutput;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * The pictures of one shot, cropped to the cut's size: one for each frame, whatever times the
 * video's own pictures have. A frame shows the last picture that began before the frame's middle.
 */
final class ShotFrames implements FrameDecoder.Sink, AutoCloseable {
  /** Takes the pictures of a shot in order. */
  interface Sink {
    /**
     * @param number of the frame in the shot, from 0
     * @param yuv of the cut's size; not to be changed, and valid during the call only
     */
    void frame(int number, AVFrame yuv) throws IOException, UnusableMediaException;
  }

  /** A jump that leads this far past the shot's beginning has led astray. */
  private static final long ASTRAY_US = 500_000;

  private final CutOrder order;
  private final CutOrder.Shot shot;
  private final long halfUs;
  private final Sink sink;
  private final CutScaler scaler;

  /** The newest picture, and what was made of it; null until needed. */
  private AVFrame shown;

  private AVFrame scaled;
  private int next;
  private boolean mayBeAstray;
  private boolean isAstray;

  private ShotFrames(
      CutOrder order, CutOrder.Shot shot, OpenVideo video, boolean hasJumped, Sink sink) {
    this.order = order;
    this.shot = shot;
    this.halfUs = order.timeUs(1) / 2;
    this.sink = sink;
    this.mayBeAstray = hasJumped;
    this.scaler = new CutScaler(video, order);
  }

  /**
   * Decodes a shot.
   *
   * @throws UnusableMediaException when not one picture can be had
   */
  static void read(DecodeRequest request, CutOrder.Shot shot, RecordOutput alive, Sink sink)
      throws IOException, UnusableMediaException {
    if (!read(request, shot, alive, sink, true)) {
      read(request, shot, alive, sink, false);
    }
  }

  /**
   * @return false when the jump to the shot led astray
   */
  private static boolean read(
      DecodeRequest request, CutOrder.Shot shot, RecordOutput alive, Sink sink, boolean jumps)
      throws IOException, UnusableMediaException {
    try (OpenVideo video = OpenVideo.open(request.video(), request.limits());
        FrameDecoder decoder = new FrameDecoder(video, request, alive)) {
      boolean hasJumped =
          jumps && shot.begin() > 0 && video.seek(beginUs(request.cut(), shot), video.track());
      try (ShotFrames pictures = new ShotFrames(request.cut(), shot, video, hasJumped, sink)) {
        decoder.run(pictures);
        return !pictures.isAstray && pictures.finish();
      }
    }
  }

  private static long beginUs(CutOrder order, CutOrder.Shot shot) {
    return order.timeUs(shot.begin());
  }

  @Override
  public boolean accept(long timeUs, AVFrame frame) throws IOException, UnusableMediaException {
    if (mayBeAstray && timeUs > beginUs(order, shot) + ASTRAY_US) {
      isAstray = true;
      return false;
    }
    mayBeAstray = false;
    if (frame == null) {
      return true; // the picture before it stays
    }
    while (shown != null && next < shot.length() && dueUs() < timeUs) {
      emit();
    }
    show(frame);
    return next < shot.length();
  }

  /** Pictures that begin later are not for the next frame. */
  private long dueUs() {
    return order.timeUs(shot.begin() + next) + halfUs;
  }

  private void show(AVFrame frame) {
    free();
    shown = av_frame_clone(frame);
  }

  private void emit() throws IOException, UnusableMediaException {
    if (scaled == null) {
      scaled = scaler.scaled(shown, shot);
    }
    sink.frame(next, scaled);
    next++;
  }

  /** Where the video ends before the shot, its last picture stays. */
  private boolean finish() throws IOException, UnusableMediaException {
    if (shown == null) {
      throw new UnusableMediaException(Reason.UNSUPPORTED, "no frame of a shot can be decoded");
    }
    while (next < shot.length()) {
      emit();
    }
    return true;
  }

  private void free() {
    if (shown != null) {
      av_frame_free(shown);
      shown = null;
    }
    if (scaled != null) {
      av_frame_free(scaled);
      scaled = null;
    }
  }

  @Override
  public void close() {
    free();
    scaler.close();
  }
}
