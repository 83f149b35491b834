package org.otklik.web.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.otklik.identity.Actor;
import org.otklik.image.FolderBatchRequest;
import org.otklik.image.ImageBatch;
import org.otklik.image.ImageBatchRequest;
import org.otklik.image.ImageIntake;
import org.otklik.image.ImageService;
import org.otklik.image.StagedImages;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;

/** Takes in pictures as streams, for the API and for the portal's own page. */
@ApplicationScoped
public class ImageUploads {
  private static final String KINDS = "application/zip, multipart/form-data, application/json";

  @Inject private ImageIntake intake;
  @Inject private ImageService images;

  /**
   * @param mediaType tells an archive from a form
   */
  public ImageBatch receive(
      Actor actor, ImageBatchRequest request, String mediaType, InputStream body) {
    images.checkNew(actor, request);
    try (StagedImages staged = staged(mediaType == null ? "" : mediaType, body)) {
      return images.add(actor, request, staged);
    }
  }

  private StagedImages staged(String mediaType, InputStream body) {
    String type = mediaType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    if (type.equals("multipart/form-data")) {
      FormParts parts =
          FormParts.of(mediaType, body)
              .orElseThrow(
                  () -> new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, type, KINDS));
      return intake.receiveFiles(
          taker ->
              parts.each(
                  (fileName, content) -> {
                    if (fileName != null) {
                      taker.take(fileName, content);
                    }
                  }));
    }
    if (List.of("application/zip", "application/x-zip-compressed", "application/octet-stream")
        .contains(type)) {
      return intake.receiveZip(body);
    }
    throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, type, KINDS);
  }

  /** Takes the images in a folder of the client's inbox. */
  public ImageBatch list(Actor actor, FolderBatchRequest request) {
    ImageBatchRequest batch = RequestValidator.valid(request).batch();
    images.checkNew(actor, batch);
    try (StagedImages staged = intake.list(batch.client(), request.folder())) {
      return images.add(actor, batch, staged);
    }
  }
}
