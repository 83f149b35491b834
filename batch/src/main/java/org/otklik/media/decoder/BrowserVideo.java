package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_STREAM;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * Which videos every browser plays as they are: what Chromium, Firefox and Safari have in common,
 * and no more. Their length must be declared, or players cannot jump, and their first picture must
 * stand at their beginning, or a player's time is another than ours.
 */
final class BrowserVideo {
  private static final Set<Integer> MP4_VIDEO_CODECS =
      Set.of(AV_CODEC_ID_H264, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1);
  private static final Set<Integer> MP4_AUDIO_CODECS =
      Set.of(AV_CODEC_ID_AAC, AV_CODEC_ID_MP3, AV_CODEC_ID_OPUS, AV_CODEC_ID_FLAC);
  private static final Set<Integer> WEBM_VIDEO_CODECS =
      Set.of(AV_CODEC_ID_VP8, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1);
  private static final Set<Integer> WEBM_AUDIO_CODECS =
      Set.of(AV_CODEC_ID_OPUS, AV_CODEC_ID_VORBIS);

  /** Eight bits a sample, colours at half the size: the full range is written in two ways. */
  private static final Set<Integer> PIXELS = Set.of(AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P);

  private static final int MAX_OFFSET_US = 100_000;
  private static final int HEAD_BYTES = 64;

  private BrowserVideo() {}

  static boolean plays(OpenVideo video) throws IOException {
    String container = video.format().iformat().name().getString();
    boolean tracks =
        container.contains("mp4")
            ? hasTracks(video, MP4_VIDEO_CODECS, MP4_AUDIO_CODECS)
            : isWebm(video) && hasTracks(video, WEBM_VIDEO_CODECS, WEBM_AUDIO_CODECS);
    return tracks
        && hasCommonPictures(video.track().codecpar())
        && !video.orientation().mirrored()
        && Math.abs(video.originUs()) <= MAX_OFFSET_US
        && isLengthDeclared(video.format());
  }

  private static boolean hasTracks(OpenVideo video, Set<Integer> pictures, Set<Integer> sounds) {
    for (int i = 0; i < video.format().nb_streams(); i++) {
      AVCodecParameters track = video.format().streams(i).codecpar();
      if (track.codec_type() == AVMEDIA_TYPE_AUDIO && !sounds.contains(track.codec_id())) {
        return false;
      }
    }
    return pictures.contains(video.track().codecpar().codec_id());
  }

  private static boolean hasCommonPictures(AVCodecParameters video) {
    boolean progressive =
        video.field_order() == AV_FIELD_PROGRESSIVE || video.field_order() == AV_FIELD_UNKNOWN;
    boolean knownProfile =
        video.codec_id() != AV_CODEC_ID_H264 || video.profile() != AV_PROFILE_H264_EXTENDED;
    return PIXELS.contains(video.format()) && progressive && knownProfile;
  }

  /** What a browser has recorded declares none. */
  private static boolean isLengthDeclared(AVFormatContext format) {
    return format.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM
        && format.duration() != AV_NOPTS_VALUE
        && format.duration() > 0;
  }

  /** WebM and Matroska are one to FFmpeg; the head names which. */
  private static boolean isWebm(OpenVideo video) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(video.file()))) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return new String(head, StandardCharsets.ISO_8859_1).contains("webm");
    }
  }
}
