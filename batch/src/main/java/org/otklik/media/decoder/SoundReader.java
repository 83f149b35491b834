package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.storage.UnusableMediaException;

/**
 * A video's sound in stereo, from a reading of its own, so that neither pictures nor sound wait in
 * memory for the other. What cannot be decoded, and gaps, are silence.
 */
public final class SoundReader implements AutoCloseable {
  public static final int HZ = 48_000;
  public static final int CHANNELS = 2;

  /** Shorter gaps are the container's coarse clock. */
  private static final int MIN_GAP = HZ / 20;

  /** Codecs need some sound to warm up. */
  private static final long WARM_UP_US = 200_000;

  private final SoundTrack sound;
  private final OpenVideo video;
  private final AVStream source;
  private final AVCodecContext decoder;
  private final AVAudioFifo samples = av_audio_fifo_alloc(AV_SAMPLE_FMT_FLTP, CHANNELS, HZ);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame decoded = av_frame_alloc();
  private final AVFrame resampled = av_frame_alloc();
  private final SwrContext resampler = swr_alloc();
  private final AVChannelLayout stereo = new AVChannelLayout();

  /** Of the sample behind those that were read, since the video's beginning. */
  private long position;

  /** The first one that is wanted. */
  private long begin;

  private boolean isJumping;
  private boolean ended;

  private SoundReader(SoundTrack sound) {
    this.sound = sound;
    this.video = sound.video();
    this.source = sound.stream();
    this.decoder = sound.decoder();
    av_channel_layout_default(stereo, CHANNELS);
  }

  /** Empty for a video without sound, or with one that nothing here decodes. */
  public static Optional<SoundReader> open(String file, DecodeRequest.Limits limits)
      throws IOException, UnusableMediaException {
    return SoundTrack.open(file, limits).map(SoundReader::new);
  }

  /** Before anything is read: leaves out what comes before this sample. */
  public void beginAt(long sample) {
    begin = sample;
    long timeUs = sample * 1_000_000 / HZ - WARM_UP_US;
    isJumping = timeUs > 0 && video.seek(timeUs, source);
  }

  /** The samples that were read and not yet taken, planar floats. */
  public AVAudioFifo samples() {
    return samples;
  }

  /**
   * Reads on.
   *
   * @return false at the sound's end
   */
  public boolean readOn() throws IOException {
    if (ended) {
      return false;
    }
    if (!video.read(packet)) {
      ended = true;
      decode(null);
    } else if (packet.stream_index() == source.index()) {
      decode(packet);
    }
    return true;
  }

  private void decode(AVPacket some) throws IOException {
    if (avcodec_send_packet(decoder, some) < 0) {
      return; // a broken packet leaves a gap, which silence fills
    }
    while (avcodec_receive_frame(decoder, decoded) >= 0) {
      nameChannels();
      fillGap();
      resample();
      av_frame_unref(decoded);
    }
  }

  /** The resampler takes channels without names for others each time, and would begin anew. */
  private void nameChannels() {
    AVChannelLayout channels = decoded.ch_layout();
    if (channels.order() == AV_CHANNEL_ORDER_UNSPEC) {
      av_channel_layout_default(channels, channels.nb_channels());
    }
  }

  private void fillGap() throws IOException {
    long pts = decoded.best_effort_timestamp();
    if (pts == AV_NOPTS_VALUE) {
      return;
    }
    long place = video.timeUs(pts, source) * HZ / 1_000_000;
    if (isJumping) {
      isJumping = false;
      position = Math.min(place, begin);
    }
    long gap = place - position;
    while (gap > MIN_GAP) {
      int length = (int) Math.min(gap, HZ);
      AVFrame silence = av_frame_alloc();
      silence.nb_samples(length);
      silence.format(AV_SAMPLE_FMT_FLTP);
      silence.sample_rate(HZ);
      av_channel_layout_copy(silence.ch_layout(), stereo);
      check(av_frame_get_buffer(silence, 0));
      av_samples_set_silence(silence.data(), 0, length, CHANNELS, AV_SAMPLE_FMT_FLTP);
      add(silence);
      av_frame_free(silence);
      gap -= length;
    }
  }

  private void resample() throws IOException {
    av_frame_unref(resampled);
    resampled.sample_rate(HZ);
    resampled.format(AV_SAMPLE_FMT_FLTP);
    av_channel_layout_copy(resampled.ch_layout(), stereo);
    int code = swr_convert_frame(resampler, resampled, decoded);
    if (code == AVERROR_INPUT_CHANGED) {
      swr_close(resampler);
      code = swr_convert_frame(resampler, resampled, decoded);
    }
    if (code >= 0 && resampled.nb_samples() > 0) {
      add(resampled);
    }
  }

  private void add(AVFrame frame) throws IOException {
    check(
        av_audio_fifo_write(
            samples, new PointerPointer<>(frame.extended_data()), frame.nb_samples()));
    position += frame.nb_samples();
    long early = Math.min(frame.nb_samples(), begin - position + frame.nb_samples());
    if (early > 0) {
      av_audio_fifo_drain(samples, (int) early);
    }
  }

  private static void check(int code) throws IOException {
    if (code < 0) {
      throw new IOException("FFmpeg: " + OpenVideo.errorText(code));
    }
  }

  @Override
  public void close() {
    av_frame_free(resampled);
    av_frame_free(decoded);
    av_packet_free(packet);
    swr_free(resampler);
    av_audio_fifo_free(samples);
    sound.close();
  }
}
