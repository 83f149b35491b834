package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.otklik.storage.UnusableMediaException;

/**
 * The first sound track of a video that can be decoded, from a reading of its own.
 *
 * @param decoder opened, for the track
 */
record SoundTrack(OpenVideo video, AVStream stream, AVCodecContext decoder)
    implements AutoCloseable {

  /** Empty for a video without sound, or with one that nothing here decodes. */
  static Optional<SoundTrack> open(DecodeRequest request)
      throws IOException, UnusableMediaException {
    OpenVideo video = OpenVideo.open(request.video(), request.limits());
    for (int i = 0; i < video.format().nb_streams(); i++) {
      AVStream stream = video.format().streams(i);
      if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        AVCodecContext decoder = decoder(stream);
        if (decoder != null) {
          video.readTrackOnly(stream);
          return Optional.of(new SoundTrack(video, stream, decoder));
        }
      }
    }
    video.close();
    return Optional.empty();
  }

  private static AVCodecContext decoder(AVStream stream) {
    AVCodec found = avcodec_find_decoder(stream.codecpar().codec_id());
    if (found == null || found.isNull()) {
      return null;
    }
    AVCodecContext codec = avcodec_alloc_context3(found);
    avcodec_parameters_to_context(codec, stream.codecpar());
    codec.pkt_timebase(stream.time_base());
    if (avcodec_open2(codec, found, (AVDictionary) null) < 0) {
      avcodec_free_context(codec);
      return null;
    }
    return codec;
  }

  @Override
  public void close() {
    avcodec_free_context(decoder);
    video.close();
  }
}
