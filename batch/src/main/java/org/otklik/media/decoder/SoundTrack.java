package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.otklik.sound.SoundPart;
import org.otklik.storage.UnusableMediaException;

/**
 * A sound track of a video, from a reading of its own: the one that is asked for, or the first that
 * can be decoded.
 *
 * @param decoder opened, for the track
 */
record SoundTrack(OpenVideo video, AVStream stream, AVCodecContext decoder)
    implements AutoCloseable {

  private static final int TWO_CHANNELS = 2;

  /**
   * Empty for a video without such a sound, or with one that nothing here decodes. Where one
   * channel is asked for, all others of the track's would be the other side's: there have to be
   * two.
   */
  static Optional<SoundTrack> open(DecodeRequest request)
      throws IOException, UnusableMediaException {
    OpenVideo video = OpenVideo.open(request.video(), request.limits());
    int number = 0;
    for (int i = 0; i < video.format().nb_streams(); i++) {
      AVStream stream = video.format().streams(i);
      if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO
          && isAskedFor(request.sound(), ++number, stream)) {
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

  private static boolean isAskedFor(SoundPart part, int number, AVStream stream) {
    return (part.track() == 0 || part.track() == number)
        && (!part.isOneChannel() || stream.codecpar().ch_layout().nb_channels() == TWO_CHANNELS);
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
