package org.otklik.vision.image;

import java.lang.System.Logger.Level;
import org.bytedeco.opencv.global.opencv_core;

/** OpenCV as it is used here. */
public final class OpenCv {

  private static final System.Logger LOG = System.getLogger(OpenCv.class.getName());

  static {
    // Pictures here are small and jobs run in parallel: OpenCV's own threads would only contend.
    opencv_core.setNumThreads(1);
    LOG.log(Level.INFO, "OpenCV {0} runs on the CPU with 1 thread", opencv_core.CV_VERSION);
  }

  private OpenCv() {}

  /** Loads the library, once; to be called before anything of it is used. */
  public static void load() {
    // what there is to do stands in the static initialiser
  }
}
