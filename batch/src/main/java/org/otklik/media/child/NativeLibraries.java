package org.otklik.media.child;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/** FFmpeg's libraries, which JavaCPP unpacks from its jars, once a machine. */
final class NativeLibraries {
  /** System property of a child: where they have been unpacked to. */
  static final String PROPERTY = "otklik.decoder.natives";

  private NativeLibraries() {}

  /**
   * Loads them. Where they are known to be, JavaCPP need not look into its jars for them, which
   * takes two thirds of a child's start.
   */
  static void load() {
    String known = System.getProperty(PROPERTY, "");
    List<Path> files = Stream.of(known.split(File.pathSeparator)).map(Path::of).toList();
    if (known.isEmpty() || !files.stream().allMatch(Files::isRegularFile)) {
      unpack();
    } else {
      System.setProperty("org.bytedeco.javacpp.loadlibraries", "false");
      files.forEach(file -> System.load(file.toString()));
    }
    // Calls that do nothing but have their classes ready before there is a video.
    avcodec.avcodec_version();
    avformat.avformat_version();
    swscale.swscale_version();
  }

  /**
   * Loads them by JavaCPP.
   *
   * @return where they lie, in the order in which they must be loaded
   */
  static List<String> unpack() {
    return Stream.of(
            Pointer.class,
            avutil.class,
            swresample.class,
            avcodec.class,
            avformat.class,
            swscale.class)
        .map(Loader::load)
        .toList();
  }
}
