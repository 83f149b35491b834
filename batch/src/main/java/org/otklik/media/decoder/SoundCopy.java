package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.storage.UnusableMediaException;

/**
 * The video's sound to AAC, from a reading of its own, as far as the pictures are: so neither waits
 * in memory for the other. Sound that cannot be decoded is left out, which is no reason to have no
 * video.
 */
final class SoundCopy implements AutoCloseable {
  private static final int HZ = 48_000;
  private static final int CHANNELS = 2;
  private static final int BITS = 128_000;

  /** Shorter gaps are the container's coarse clock. */
  private static final int MIN_GAP = HZ / 20;

  private final SoundTrack sound;
  private final OpenVideo video;
  private final AVStream source;
  private final AVCodecContext decoder;
  private final AVCodecContext encoder;
  private final AVAudioFifo samples = av_audio_fifo_alloc(AV_SAMPLE_FMT_FLTP, CHANNELS, HZ);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame decoded = av_frame_alloc();
  private final AVFrame resampled = av_frame_alloc();
  private final AVFrame chunk = av_frame_alloc();
  private final SwrContext resampler = swr_alloc();
  private final AVChannelLayout stereo = new AVChannelLayout();
  private AVStream track;

  /** Samples given to the encoder. */
  private long written;

  private boolean ended;

  private SoundCopy(SoundTrack sound) throws IOException {
    this.sound = sound;
    this.video = sound.video();
    this.source = sound.stream();
    this.decoder = sound.decoder();
    av_channel_layout_default(stereo, CHANNELS);
    this.encoder = encoder();
  }

  /** Empty for a video without sound, or with one that nothing here decodes. */
  static Optional<SoundCopy> of(DecodeRequest request) throws IOException, UnusableMediaException {
    Optional<SoundTrack> sound = SoundTrack.open(request);
    return sound.isEmpty() ? Optional.empty() : Optional.of(new SoundCopy(sound.get()));
  }

  private AVCodecContext encoder() throws IOException {
    AVCodec aac = avcodec_find_encoder(AV_CODEC_ID_AAC);
    AVCodecContext codec = avcodec_alloc_context3(aac);
    codec.sample_rate(HZ);
    codec.sample_fmt(AV_SAMPLE_FMT_FLTP);
    av_channel_layout_copy(codec.ch_layout(), stereo);
    codec.bit_rate(BITS);
    codec.time_base(new AVRational().num(1).den(HZ));
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    CopyFile.check(avcodec_open2(codec, aac, (AVDictionary) null));
    return codec;
  }

  void addTo(CopyFile file) throws IOException, UnusableMediaException {
    track = file.track(encoder);
  }

  /** Writes the sound up to a time, in microseconds since the video's beginning. */
  void writeUntil(long timeUs, CopyFile file) throws IOException, UnusableMediaException {
    long wanted = timeUs * HZ / 1_000_000;
    while (!ended && written + av_audio_fifo_size(samples) < wanted) {
      if (video.read(packet)) {
        if (packet.stream_index() == source.index()) {
          decode(packet);
        }
      } else {
        ended = true;
        decode(null);
      }
      encodeWhole(file);
    }
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
    long gap = place - written - av_audio_fifo_size(samples);
    while (gap > MIN_GAP) {
      int length = (int) Math.min(gap, HZ);
      AVFrame silence = frame(av_frame_alloc(), length);
      av_samples_set_silence(silence.data(), 0, length, CHANNELS, AV_SAMPLE_FMT_FLTP);
      CopyFile.check(av_audio_fifo_write(samples, new PointerPointer<>(silence.data()), length));
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
      CopyFile.check(
          av_audio_fifo_write(
              samples, new PointerPointer<>(resampled.extended_data()), resampled.nb_samples()));
    }
  }

  private void encodeWhole(CopyFile file) throws IOException, UnusableMediaException {
    while (av_audio_fifo_size(samples) >= encoder.frame_size()) {
      encode(encoder.frame_size(), file);
    }
  }

  private void encode(int length, CopyFile file) throws IOException, UnusableMediaException {
    av_frame_unref(chunk);
    frame(chunk, length);
    CopyFile.check(av_audio_fifo_read(samples, new PointerPointer<>(chunk.data()), length));
    chunk.pts(written);
    written += length;
    file.encode(encoder, chunk, track);
  }

  private AVFrame frame(AVFrame empty, int length) throws IOException {
    empty.nb_samples(length);
    empty.format(AV_SAMPLE_FMT_FLTP);
    empty.sample_rate(HZ);
    av_channel_layout_copy(empty.ch_layout(), stereo);
    CopyFile.check(av_frame_get_buffer(empty, 0));
    return empty;
  }

  void finish(CopyFile file) throws IOException, UnusableMediaException {
    if (av_audio_fifo_size(samples) > 0) {
      encode(Math.min(av_audio_fifo_size(samples), encoder.frame_size()), file);
    }
    file.encode(encoder, null, track);
  }

  @Override
  public void close() {
    av_frame_free(chunk);
    av_frame_free(resampled);
    av_frame_free(decoded);
    av_packet_free(packet);
    swr_free(resampler);
    av_audio_fifo_free(samples);
    avcodec_free_context(encoder);
    sound.close();
  }
}
