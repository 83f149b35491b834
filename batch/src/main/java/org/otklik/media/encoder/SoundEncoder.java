package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.storage.UnusableMediaException;

/** Samples, planar floats, to AAC. */
final class SoundEncoder implements AutoCloseable {
  static final int HZ = 48_000;
  static final int CHANNELS = 2;

  private static final int BITS = 128_000;

  private final AVAudioFifo samples;
  private final AVCodecContext codec;
  private final AVFrame chunk = av_frame_alloc();
  private AVStream track;
  private long written;

  /**
   * @param samples what is to be encoded; stays the caller's
   */
  SoundEncoder(AVAudioFifo samples) throws IOException {
    this.samples = samples;
    AVCodec aac = avcodec_find_encoder(AV_CODEC_ID_AAC);
    this.codec = avcodec_alloc_context3(aac);
    codec.sample_rate(HZ);
    codec.sample_fmt(AV_SAMPLE_FMT_FLTP);
    av_channel_layout_default(codec.ch_layout(), CHANNELS);
    codec.bit_rate(BITS);
    codec.time_base(new AVRational().num(1).den(HZ));
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    Mp4File.check(avcodec_open2(codec, aac, (AVDictionary) null));
  }

  void addTo(Mp4File file) throws IOException {
    track = file.track(codec);
  }

  /** How many samples there were so far, those that wait among them. */
  long position() {
    return written + av_audio_fifo_size(samples);
  }

  /** Encodes what fills frames. */
  void encode(Mp4File file) throws IOException, UnusableMediaException {
    while (av_audio_fifo_size(samples) >= codec.frame_size()) {
      encode(codec.frame_size(), file);
    }
  }

  private void encode(int length, Mp4File file) throws IOException, UnusableMediaException {
    av_frame_unref(chunk);
    chunk.nb_samples(length);
    chunk.format(AV_SAMPLE_FMT_FLTP);
    chunk.sample_rate(HZ);
    av_channel_layout_copy(chunk.ch_layout(), codec.ch_layout());
    Mp4File.check(av_frame_get_buffer(chunk, 0));
    Mp4File.check(av_audio_fifo_read(samples, new PointerPointer<>(chunk.data()), length));
    chunk.pts(written);
    written += length;
    file.encode(codec, chunk, track);
  }

  /** What is left fills no frame. */
  void finish(Mp4File file) throws IOException, UnusableMediaException {
    encode(file);
    if (av_audio_fifo_size(samples) > 0) {
      encode(av_audio_fifo_size(samples), file);
    }
    file.encode(codec, null, track);
  }

  @Override
  public void close() {
    av_frame_free(chunk);
    avcodec_free_context(codec);
  }
}
