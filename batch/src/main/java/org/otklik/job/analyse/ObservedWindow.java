package org.otklik.job.analyse;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.otklik.vision.FrameObservation;

/**
 * A window of frames whose observations are there or on their way.
 *
 * @param lastTimeMs media time of its last frame
 */
public record ObservedWindow(int lastTimeMs, Future<List<FrameObservation>> pending) {

  /**
   * Waits for the observations, one a frame.
   *
   * @throws org.otklik.vision.model.InferenceException if a model failed
   */
  public List<FrameObservation> observations() {
    try {
      return pending.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("A window could not be observed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a window was being observed", e);
    }
  }
}
