package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.otklik.media.decoder.DecodeRequest;
import org.otklik.media.decoder.FrameDecoder;
import org.otklik.media.decoder.FrameSampling;
import org.otklik.media.decoder.OpenVideo;
import org.otklik.media.decoder.SoundReader;
import org.otklik.media.decoder.UprightScaler;
import org.otklik.media.decoder.UprightSize;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * Writes a video once more as browsers play it: MP4 with H.264 and AAC, upright, of a moderate
 * size. Every picture that is taken over keeps its time, counted from the video's beginning as the
 * frames' rows count it.
 */
public final class VideoCopy implements FrameDecoder.Sink, AutoCloseable {
  private static final int LONG_SIDE_PX = 1280;
  private static final int SHORT_SIDE_PX = 720;

  /** Of 50 or 60 pictures a second every other one is left out; a jittering 30 keeps all. */
  private static final long MIN_DISTANCE_US = 20_500;

  private static final double LOWEST_HZ = 1;
  private static final double MAX_HZ = 48;

  private final DecodeRequest request;
  private final double hz;
  private final UprightScaler scaler;
  private final Mp4File file;
  private final Optional<SoundReader> sound;
  private SoundEncoder soundEncoder;
  private VideoEncoder pictures;
  private BgrToYuv bgrToYuv;
  private UprightSize size;
  private long lastUs = Long.MIN_VALUE / 2;

  public VideoCopy(DecodeRequest request, OpenVideo video)
      throws IOException, UnusableMediaException {
    this.request = request;
    AVRational rate = video.track().avg_frame_rate();
    double declared = rate.num() > 0 && rate.den() > 0 ? av_q2d(rate) : 25;
    this.hz = Math.max(LOWEST_HZ, declared > MAX_HZ ? declared / 2 : declared);
    this.scaler = new UprightScaler(video, this::target);
    this.file = new Mp4File(request.copy());
    this.sound = SoundReader.open(request, SoundEncoder.HZ, SoundEncoder.CHANNELS);
  }

  /** The first picture's size is the copy's; of a camera turned later there are borders. */
  private UprightSize target(int width, int height, double aspect, int rotation) {
    UprightSize wanted =
        UprightSize.within(width, height, aspect, rotation, LONG_SIDE_PX, SHORT_SIDE_PX);
    if (size == null) {
      size = wanted;
    }
    return wanted.inside(size);
  }

  @Override
  public boolean accept(long timeUs, AVFrame frame) throws IOException, UnusableMediaException {
    FrameSampling.checkDuration(timeUs, request.limits());
    if (frame == null || timeUs < 0 || timeUs - lastUs < MIN_DISTANCE_US) {
      return true;
    }
    lastUs = timeUs;
    UprightScaler.UprightFrame picture = scaler.picture(frame);
    if (pictures == null) {
      begin();
    }
    AVFrame yuv = bgrToYuv.converted(picture);
    pictures.write(yuv, timeUs, file);
    av_frame_free(yuv);
    writeSoundUntil(timeUs);
    return true;
  }

  private void begin() throws IOException, UnusableMediaException {
    bgrToYuv = new BgrToYuv(size);
    pictures = new VideoEncoder(size, Math.min(hz, MAX_HZ));
    pictures.addTo(file);
    if (sound.isPresent()) {
      soundEncoder = new SoundEncoder(sound.get().samples());
      soundEncoder.addTo(file);
    }
    file.begin();
  }

  private void writeSoundUntil(long timeUs) throws IOException, UnusableMediaException {
    if (sound.isEmpty()) {
      return;
    }
    long wanted = timeUs * SoundEncoder.HZ / 1_000_000;
    while (soundEncoder.position() < wanted && sound.get().readOn()) {
      soundEncoder.encode(file);
    }
  }

  /** Sound that goes on for a little after the last picture is cut off with it. */
  public void finish() throws IOException, UnusableMediaException {
    if (pictures == null) {
      throw new UnusableMediaException(Reason.UNSUPPORTED, "no frame of it can be decoded");
    }
    writeSoundUntil(lastUs + (long) (1e6 / hz));
    if (soundEncoder != null) {
      soundEncoder.finish(file);
    }
    pictures.finish(file);
    file.finish();
  }

  @Override
  public void close() {
    if (pictures != null) {
      pictures.close();
      bgrToYuv.close();
    }
    if (soundEncoder != null) {
      soundEncoder.close();
    }
    sound.ifPresent(SoundReader::close);
    file.close();
    scaler.close();
  }
}
