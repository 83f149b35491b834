package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.otklik.media.decoder.CutOrder;
import org.otklik.media.decoder.DecodeRequest;
import org.otklik.media.decoder.RecordOutput;
import org.otklik.media.decoder.UprightSize;
import org.otklik.storage.UnusableMediaException;

/**
 * Writes shots of a video as a video of its own, MP4 with H.264 and AAC, with one and the same
 * distance between its frames. The sound is faded at every cut, and as loud over all as EBU R128
 * asks for, or as its peaks allow.
 */
public final class VideoCut implements AutoCloseable {
  private static final double TARGET_LUFS = -23;

  /** True peaks may be higher than samples; R128 allows −1 dBTP. */
  private static final double PEAK_DB = -2;

  /** 10 ms: no click, and not yet heard as a fade. */
  private static final int FADE = SoundEncoder.HZ / 100;

  private final DecodeRequest request;
  private final CutOrder order;
  private final RecordOutput out;
  private final Mp4File file;
  private final VideoEncoder pictures;
  private final AVAudioFifo samples =
      av_audio_fifo_alloc(AV_SAMPLE_FMT_FLTP, SoundEncoder.CHANNELS, SoundEncoder.HZ);
  private SoundEncoder sound;

  /** Null without one. */
  private final FramePanel panel;

  /** The last pictures of the shot before, which the next one's first dissolve. */
  private final Deque<AVFrame> going = new ArrayDeque<>();

  /** Its sound during that time. */
  private float[][] fading = new float[SoundEncoder.CHANNELS][0];

  private int frame;

  public VideoCut(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    this.request = request;
    this.order = request.cut();
    this.out = out;
    UprightSize size = new UprightSize(order.widthPx(), order.wholeHeightPx(), 0, 0, 0);
    this.file = new Mp4File(request.copy());
    this.pictures =
        VideoEncoder.ofCut(size, order.rateNumerator() / (double) order.rateDenominator());
    this.panel = order.panel().isThere() ? new FramePanel(order) : null;
  }

  /** Makes it, and tells the parent of every second of it. */
  public void write() throws IOException, UnusableMediaException {
    Optional<Double> gain = gain();
    pictures.addTo(file);
    if (gain.isPresent()) {
      sound = new SoundEncoder(samples);
      sound.addTo(file);
    }
    file.begin();
    for (int i = 0; i < order.shots().size(); i++) {
      boolean isLast = i == order.shots().size() - 1;
      if (gain.isPresent()) {
        writeSound(i, gain.get(), isLast);
      }
      writePictures(order.shots().get(i), isLast);
    }
    writeCard();
    if (sound != null) {
      sound.finish(file);
    }
    pictures.finish(file);
    file.finish();
  }

  /** What the sound is to be multiplied by; empty when there is none. */
  private Optional<Double> gain() throws IOException, UnusableMediaException {
    Loudness loudness = new Loudness();
    for (CutOrder.Shot shot : order.shots()) {
      Optional<float[][]> heard =
          ShotSound.read(request, sample(shot.begin()), (int) sample(shot.length()));
      if (heard.isEmpty()) {
        return Optional.empty();
      }
      loudness.add(heard.get());
      out.heartbeat();
    }
    double lufs = loudness.lufs();
    if (Double.isInfinite(lufs)) {
      return Optional.of(1.0);
    }
    double allowed = PEAK_DB - 20 * Math.log10(loudness.peak());
    return Optional.of(Math.pow(10, Math.min(TARGET_LUFS - lufs, allowed) / 20));
  }

  /** Where a frame of the video or of the cut begins. */
  private long sample(int atFrame) {
    return Math.round(
        (double) atFrame * SoundEncoder.HZ * order.rateDenominator() / order.rateNumerator());
  }

  private void writeSound(int number, double gain, boolean isLast)
      throws IOException, UnusableMediaException {
    CutOrder.Shot shot = order.shots().get(number);
    int end = frame + shot.length();
    int count = (int) (sample(end) - sample(frame));
    int overlap = isLast ? 0 : (int) (sample(end) - sample(end - order.dissolveFrames()));
    float[][] heard = ShotSound.read(request, sample(shot.begin()), count).orElseThrow();
    int fadeIn = Math.min(count, Math.max(FADE, fading[0].length));
    int fadeOut = Math.min(count, Math.max(FADE, overlap));
    for (int c = 0; c < heard.length; c++) {
      for (int i = 0; i < count; i++) {
        double level = gain * rising(i, fadeIn) * rising(count - 1 - i, fadeOut);
        float other = i < fading[c].length ? fading[c][i] : 0;
        heard[c][i] = (float) (heard[c][i] * level) + other;
      }
    }
    ShotSound.give(samples, heard, count - overlap);
    float[][] rest = new float[heard.length][overlap];
    for (int c = 0; c < heard.length; c++) {
      System.arraycopy(heard[c], count - overlap, rest[c], 0, overlap);
    }
    fading = rest;
    sound.encode(file);
  }

  /** Of equal power, so that a dissolve is as loud as what it joins. */
  private static double rising(int sample, int length) {
    return sample >= length ? 1 : Math.sin(Math.PI / 2 * (sample + 0.5) / length);
  }

  private void writePictures(CutOrder.Shot shot, boolean isLast)
      throws IOException, UnusableMediaException {
    int goesFrom = isLast ? shot.length() : shot.length() - order.dissolveFrames();
    int dissolving = going.size();
    ShotFrames.read(
        request,
        shot,
        out,
        (number, yuv) -> {
          AVFrame mixed = null;
          if (number < dissolving) {
            AVFrame gone = going.remove();
            mixed = mixed(gone, yuv, (number + 1.0) / (dissolving + 1));
            av_frame_free(gone);
          }
          if (number < goesFrom) {
            write(mixed == null ? yuv : mixed);
          } else {
            going.add(av_frame_clone(mixed == null ? yuv : mixed));
          }
          if (mixed != null) {
            av_frame_free(mixed);
          }
        });
  }

  private static AVFrame mixed(AVFrame first, AVFrame second, double share) throws IOException {
    int weight = (int) Math.round(256 * share);
    AVFrame mixed = CutScaler.yuv(first.width(), first.height());
    for (int plane = 0; plane < 3; plane++) {
      int width = plane == 0 ? first.width() : (first.width() + 1) / 2;
      int height = plane == 0 ? first.height() : (first.height() + 1) / 2;
      byte[] one = new byte[width];
      byte[] other = new byte[width];
      for (int y = 0; y < height; y++) {
        first.data(plane).position((long) y * first.linesize(plane)).get(one);
        second.data(plane).position((long) y * second.linesize(plane)).get(other);
        for (int x = 0; x < width; x++) {
          int sum = (one[x] & 0xff) * (256 - weight) + (other[x] & 0xff) * weight;
          one[x] = (byte) (sum + 128 >> 8);
        }
        mixed.data(plane).position((long) y * mixed.linesize(plane)).put(one);
      }
    }
    return mixed;
  }

  private void write(AVFrame yuv) throws IOException, UnusableMediaException {
    if (panel == null) {
      pictures.write(yuv, order.timeUs(frame), file);
    } else {
      AVFrame whole = panel.beneath(yuv, frame);
      pictures.write(whole, order.timeUs(frame), file);
      av_frame_free(whole);
    }
    frame++;
    if (frame % Math.max(1, order.rateNumerator() / order.rateDenominator()) == 0) {
      out.progress(frame);
    }
  }

  private void writeCard() throws IOException, UnusableMediaException {
    if (order.cardFrames() == 0) {
      return;
    }
    AVFrame card = PngFrame.yuv(order.card(), order.widthPx(), order.heightPx());
    int end = frame + order.cardFrames();
    if (sound != null) {
      int count = (int) (sample(end) - sample(frame));
      ShotSound.give(samples, new float[SoundEncoder.CHANNELS][count], count);
    }
    while (frame < end) {
      write(card);
    }
    av_frame_free(card);
  }

  @Override
  public void close() {
    if (sound != null) {
      sound.close();
    }
    av_audio_fifo_free(samples);
    going.forEach(frames -> av_frame_free(frames));
    if (panel != null) {
      panel.close();
    }
    pictures.close();
    file.close();
  }
}
