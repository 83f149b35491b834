package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.ShortPointer;
import org.otklik.sound.Sound;
import org.otklik.storage.UnusableMediaException;

/**
 * Sends a video's sound in one channel, from the video's time 0 on, on the clock of its pictures:
 * silence stands where the track begins later or has a gap, and what lies before 0 is dropped.
 */
public final class SoundReading implements AutoCloseable {
  /** Shorter gaps are the container's coarse clock: 50 ms. */
  private static final int MIN_GAP = Sound.HZ / 20;

  private final SoundTrack track;
  private final RecordOutput out;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame decoded = av_frame_alloc();
  private final AVFrame resampled = av_frame_alloc();
  private final AVChannelLayout mono = new AVChannelLayout();
  private final SwrContext resampler = swr_alloc();
  private final short[] waiting = new short[Sound.HZ];
  private int count;

  /** Place of the next sample; below 0 what comes is dropped. */
  private long place;

  private boolean hasBegun;

  private SoundReading(SoundTrack track, RecordOutput out) {
    this.track = track;
    this.out = out;
    av_channel_layout_default(mono, 1);
  }

  /** Sends nothing where there is no sound. */
  public static void send(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    Optional<SoundTrack> track = SoundTrack.open(request.video(), request.limits());
    if (track.isEmpty()) {
      return;
    }
    try (SoundReading reading = new SoundReading(track.get(), out)) {
      reading.run();
    }
  }

  private void run() throws IOException {
    while (place < DecodeRequest.MAX_SOUND_SAMPLES && track.video().read(packet)) {
      out.heartbeat();
      if (packet.stream_index() == track.stream().index()) {
        decode(packet);
      }
    }
    decode(null);
    flush();
  }

  private void decode(AVPacket some) throws IOException {
    if (avcodec_send_packet(track.decoder(), some) < 0) {
      return; // a broken packet leaves a gap, which silence fills
    }
    while (avcodec_receive_frame(track.decoder(), decoded) >= 0) {
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
    long wanted = track.video().timeUs(pts, track.stream()) * Sound.HZ / 1_000_000;
    if (!hasBegun) {
      place = Math.min(0, wanted);
      hasBegun = true;
    }
    if (wanted - place > MIN_GAP || place <= 0) {
      while (place < Math.min(wanted, DecodeRequest.MAX_SOUND_SAMPLES)) {
        add((short) 0);
      }
    }
  }

  private void resample() throws IOException {
    av_frame_unref(resampled);
    resampled.sample_rate(Sound.HZ);
    resampled.format(AV_SAMPLE_FMT_S16);
    av_channel_layout_copy(resampled.ch_layout(), mono);
    int code = swr_convert_frame(resampler, resampled, decoded);
    if (code == AVERROR_INPUT_CHANGED) {
      swr_close(resampler);
      code = swr_convert_frame(resampler, resampled, decoded);
    }
    if (code >= 0 && resampled.nb_samples() > 0) {
      short[] samples = new short[resampled.nb_samples()];
      new ShortPointer(resampled.data(0)).get(samples);
      for (short sample : samples) {
        add(sample);
      }
    }
  }

  private void add(short sample) throws IOException {
    if (place >= DecodeRequest.MAX_SOUND_SAMPLES) {
      return;
    }
    if (place++ >= 0) {
      waiting[count++] = sample;
      if (count == waiting.length) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    if (count > 0) {
      out.sound(waiting, count);
      count = 0;
    }
  }

  @Override
  public void close() {
    av_frame_free(resampled);
    av_frame_free(decoded);
    av_packet_free(packet);
    swr_free(resampler);
    track.close();
  }
}
