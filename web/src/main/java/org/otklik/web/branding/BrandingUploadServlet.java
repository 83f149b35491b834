package org.otklik.web.branding;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.branding.BrandingImage;
import org.otklik.branding.BrandingImages;
import org.otklik.branding.BrandingService;
import org.otklik.branding.ClientBranding;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.problem.ProblemServlet;
import org.otklik.web.session.CurrentActor;

/**
 * {@code POST /upload/branding/CLIENT/logo} or {@code …/cover} of the page about the look: the
 * picture as the content, the session's token in the header {@code X-Upload-Token}. It becomes part
 * of the draft, which the page saves.
 */
@WebServlet("/upload/branding/*")
public class BrandingUploadServlet extends ProblemServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/([^/]+)/(logo|cover)");

  @Inject private transient BrandingService brandings;
  @Inject private transient BrandingImages pictures;
  @Inject private transient BrandingDraft draft;
  @Inject private transient CurrentActor me;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    requirePost(request);
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      throw new ProblemException(ProblemCode.ADDRESS_UNKNOWN);
    }
    Actor actor = me.uploader();
    actor.requireUpload(); // before a child process is started
    ClientBranding there = brandings.branding(actor, path.group(1));
    BrandingImage kind = BrandingImage.called(path.group(2));
    byte[] picture = pictures.of(kind, request.getInputStream());
    if (!draft.isOf(path.group(1))) {
      draft.begin(path.group(1), there.branding());
    }
    draft.set(kind, picture);
    writeJson(response, "{}");
  }
}
