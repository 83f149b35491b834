package org.otklik.web.image;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.otklik.image.ImageBatch;
import org.otklik.image.ImageCounts;
import org.otklik.image.ImageService;
import org.otklik.web.problem.ProblemLanguage;

/** Puts a batch's view together with its counts and the address of its CSV. */
@RequestScoped
class ImageBatchViews {
  private static final int MAX_FAILURES = 100;

  @Inject private HttpServletRequest request;
  @Inject private ImageService images;

  ImageBatchView of(ImageBatch batch) {
    ImageCounts counts = images.counts(List.of(batch)).get(batch.id());
    return ImageBatchView.of(
        batch,
        counts,
        images.unreadable(batch, MAX_FAILURES),
        address(batch),
        ProblemLanguage.of(request));
  }

  List<ImageBatchView> of(List<ImageBatch> batches) {
    Map<Long, ImageCounts> counts = images.counts(batches);
    return batches.stream()
        .map(
            batch ->
                ImageBatchView.of(
                    batch,
                    counts.get(batch.id()),
                    null,
                    address(batch),
                    ProblemLanguage.of(request)))
        .toList();
  }

  URI address(ImageBatch batch) {
    return UriBuilder.fromUri(request.getRequestURL().toString())
        .replacePath(request.getContextPath() + "/api/v1/image-batches/" + batch.publicId())
        .replaceQuery(null)
        .build();
  }
}
