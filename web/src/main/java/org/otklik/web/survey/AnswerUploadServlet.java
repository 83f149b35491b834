package org.otklik.web.survey;

import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.otklik.problem.ProblemCode;
import org.otklik.survey.AnswerImport;
import org.otklik.survey.SurveyService;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.problem.ProblemServlet;
import org.otklik.web.session.CurrentActor;

/**
 * {@code POST /upload/answers/CAMPAIGN?preview=true} of the page about answers: the table as the
 * content, the session's token in the header {@code X-Upload-Token}. Answers as the API does.
 */
@WebServlet("/upload/answers/*")
public class AnswerUploadServlet extends ProblemServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient SurveyService survey;
  @Inject private transient CurrentActor me;
  @Inject private transient Language language;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    requirePost(request);
    writeJson(response, JsonbBuilder.create().toJson(read(request)));
  }

  private AnswerImportView read(HttpServletRequest request) throws IOException {
    String path = String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
    UUID campaign = PageAddress.id(path, ProblemCode.CAMPAIGN_UNKNOWN);
    boolean preview = "preview=true".equals(request.getQueryString());
    AnswerImport read = survey.read(me.uploader(), campaign, request.getInputStream(), preview);
    return AnswerImportView.of(read, language.getLocale());
  }
}
