package org.otklik.job.analyse;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.otklik.vision.FrameObservation;

/**
 * Waits for the faces of a window and their emotions. The window came to the models when it was
 * read, so that the next ones are observed while this one is waited for and stored.
 */
@Dependent
@Named
public class FaceObservationProcessor implements ItemProcessor {
  @Override
  public List<FrameObservation> processItem(Object window) {
    return ((ObservedWindow) window).observations();
  }
}
