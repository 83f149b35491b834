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
 * A video's sound from its time 0 on, on the clock of its pictures, from a reading of its own, so
 * that neither waits in memory for the other. Silence stands where the track begins later, has a
 * gap or cannot be decoded; what lies before 0 is dropped.
 */
public final class SoundReader implements AutoCloseable {
  /** Shorter gaps are the container's coarse clock: 50 ms. */
  private static final int GAPS_A_SECOND = 20;

  /** Codecs need some sound to warm up. */
  private static final long WARM_UP_US = 200_000;

  private final SoundTrack sound;
  private final OpenVideo video;
  private final AVStream source;
  private final AVCodecContext decoder;
  private final int hz;
  private final boolean isOneChannel;
  private final AVAudioFifo samples;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame decoded = av_frame_alloc();
  private final AVFrame resampled = av_frame_alloc();
  private final SwrContext resampler = swr_alloc();
  private final AVChannelLayout channels = new AVChannelLayout();

  /** Of the sample behind those that were read, since the video's beginning. */
  private long position;

  /** The first one that is wanted. */
  private long begin;

  private boolean hasBegun;
  private boolean ended;

  private SoundReader(SoundTrack sound, int hz, int channelCount, boolean isOneChannel) {
    this.sound = sound;
    this.isOneChannel = isOneChannel;
    this.video = sound.video();
    this.source = sound.stream();
    this.decoder = sound.decoder();
    this.hz = hz;
    this.samples = av_audio_fifo_alloc(AV_SAMPLE_FMT_FLTP, channelCount, hz);
    av_channel_layout_default(channels, channelCount);
  }

  /** Empty for a video without sound, or with one that nothing here decodes. */
  public static Optional<SoundReader> open(DecodeRequest request, int hz, int channelCount)
      throws IOException, UnusableMediaException {
    boolean isOneChannel = request.sound().isOneChannel();
    return SoundTrack.open(request)
        .map(track -> new SoundReader(track, hz, channelCount, isOneChannel));
  }

  /** Before anything is read: leaves out what comes before this sample. */
  public void beginAt(long sample) {
    begin = sample;
    long timeUs = sample * 1_000_000 / hz - WARM_UP_US;
    if (timeUs > 0) {
      video.seek(timeUs, source);
    }
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
      if (!isOneChannel || decoded.ch_layout().nb_channels() == channels.nb_channels()) {
        nameChannels();
        fillGap();
        resample();
      } // else both sides are in one channel for a while: a gap
      av_frame_unref(decoded);
    }
  }

  /** The resampler takes channels without names for others each time, and would begin anew. */
  private void nameChannels() {
    AVChannelLayout layout = decoded.ch_layout();
    if (layout.order() == AV_CHANNEL_ORDER_UNSPEC) {
      av_channel_layout_default(layout, layout.nb_channels());
    }
  }

  private void fillGap() throws IOException {
    long pts = decoded.best_effort_timestamp();
    if (pts == AV_NOPTS_VALUE) {
      return;
    }
    long place = video.timeUs(pts, source) * hz / 1_000_000;
    long shortest = hz / GAPS_A_SECOND;
    if (!hasBegun) {
      hasBegun = true;
      position = Math.min(place, begin);
      shortest = 0;
    }
    long gap = place - position;
    while (gap > shortest) {
      int length = (int) Math.min(gap, hz);
      AVFrame silence = av_frame_alloc();
      silence.nb_samples(length);
      silence.format(AV_SAMPLE_FMT_FLTP);
      silence.sample_rate(hz);
      av_channel_layout_copy(silence.ch_layout(), channels);
      check(av_frame_get_buffer(silence, 0));
      av_samples_set_silence(silence.data(), 0, length, channels.nb_channels(), AV_SAMPLE_FMT_FLTP);
      add(silence);
      av_frame_free(silence);
      gap -= length;
    }
  }

  private void resample() throws IOException {
    av_frame_unref(resampled);
    resampled.sample_rate(hz);
    resampled.format(AV_SAMPLE_FMT_FLTP);
    av_channel_layout_copy(resampled.ch_layout(), channels);
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
