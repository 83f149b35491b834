package org.otklik.job.images;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.image.ImageResult;
import org.otklik.job.OutageAware;
import org.otklik.job.vision.VisionModels;
import org.otklik.vision.picture.ImageObservation;
import org.otklik.vision.picture.ImageObserver;

/** Finds the faces of a window of images and their emotions; results by the images' ordinals. */
@Dependent
@Named
@OutageAware
public class ImageObservationProcessor implements ItemProcessor {
  @Inject private VisionModels models;

  @Override
  @SuppressWarnings("unchecked") // Jakarta Batch hands items over untyped
  public Map<Integer, ImageResult> processItem(Object item) {
    List<DecodedImage> window = (List<DecodedImage>) item;
    Iterator<ImageObservation> seen =
        new ImageObserver(models.observer(ImageVision.SETTINGS))
            .observe(
                window.stream().filter(DecodedImage::isReadable).map(DecodedImage::frame).toList())
            .iterator();
    Map<Integer, ImageResult> results = new LinkedHashMap<>();
    for (DecodedImage image : window) {
      results.put(
          image.ordinal(),
          image.isReadable()
              ? ImageResult.of(seen.next())
              : ImageResult.unreadable(image.reason()));
    }
    return results;
  }
}
