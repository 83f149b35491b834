package org.otklik.web.upload;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.otklik.recording.RecordingRequest;
import org.otklik.upload.ListedRecording;
import org.otklik.upload.RecordingList;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.problem.ProblemServlet;
import org.otklik.web.session.CurrentActor;

/**
 * Reads a list of recordings for the upload page, which knows the chosen files: {@code POST
 * /upload/recording-list} with a CSV or XLSX. Nothing is stored.
 */
@WebServlet("/upload/recording-list")
public class RecordingListServlet extends ProblemServlet {
  private static final long serialVersionUID = 1L;
  private static final int MAX_BYTES = 8 << 20;

  @Inject private transient CurrentActor me;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    requirePost(request);
    me.uploader().requireUpload();
    RecordingList list = RecordingList.read(request.getInputStream().readNBytes(MAX_BYTES));
    writeJson(response, json(list, ProblemLanguage.of(request)).build().toString());
  }

  private static JsonObjectBuilder json(RecordingList list, Locale locale) {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    list.recordings().forEach(listed -> lines.add(json(listed)));
    JsonArrayBuilder problems = Json.createArrayBuilder();
    list.refused()
        .forEach(
            refused ->
                problems.add(
                    Json.createObjectBuilder()
                        .add("line", refused.line())
                        .add("detail", refused.problem().sentence(locale))));
    JsonArrayBuilder notes = Json.createArrayBuilder();
    list.notes().forEach(note -> notes.add(note.sentence(locale)));
    return Json.createObjectBuilder()
        .add("lines", lines)
        .add("problems", problems)
        .add("notes", notes);
  }

  private static JsonObjectBuilder json(ListedRecording listed) {
    RecordingRequest said = listed.said();
    JsonArrayBuilder segments = Json.createArrayBuilder();
    said.segment().forEach((name, value) -> segments.add(name + ":" + value));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("line", listed.line())
            .add("file", listed.file())
            .add("viewer", said.viewer())
            .add("segments", segments)
            .add("role", said.subjectRole())
            .add("consent", said.consent() == null ? "" : said.consent());
    return said.creativeStartMs() == null ? json : json.add("startMs", said.creativeStartMs());
  }
}
