package org.otklik.web.image;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.otklik.identity.Actor;
import org.otklik.image.ImageBatch;
import org.otklik.image.ImageBatchRequest;
import org.otklik.request.RequestReader;
import org.otklik.web.problem.ProblemServlet;
import org.otklik.web.session.CurrentActor;

/**
 * {@code POST /upload/images?client=…&name=…} of the page about pictures ({@code upload.js}): a ZIP
 * or a form with pictures as the content, the session's token in the header {@code X-Upload-Token}.
 * Answers {@code {"id": …}} or a problem.
 */
@WebServlet("/upload/images")
public class ImageUploadServlet extends ProblemServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ImageUploads images;
  @Inject private transient CurrentActor me;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    requirePost(request);
    Actor actor = me.uploader();
    ImageBatch batch =
        images.receive(
            actor,
            RequestReader.query(ImageBatchRequest.class, request.getQueryString()),
            request.getContentType(),
            request.getInputStream());
    response.setStatus(HttpServletResponse.SC_CREATED);
    writeJson(
        response,
        Json.createObjectBuilder().add("id", batch.publicId().toString()).build().toString());
  }
}
