package org.otklik.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.ViewerGroup;
import org.otklik.problem.ProblemException;
import org.otklik.report.ReportKind;
import org.otklik.web.report.SubjectForm.GroupForm;

class SubjectFormTest {
  private final SubjectForm form = new SubjectForm();

  @Test
  void saysNothingAboutTheWholeCampaign() {
    form.setCreative(UUID.randomUUID().toString()); // hidden, and still there
    assertEquals(json("{}"), written());
  }

  @Test
  void asksForACreative() {
    form.setKind(ReportKind.CREATIVE);
    assertThrows(ProblemException.class, this::written);
    form.about("x");
    assertEquals(json("{\"creative\": \"x\"}"), written());
  }

  @Test
  void leavesOutWhatLimitsNoGroup() {
    form.setKind(ReportKind.COMPARISON);
    form.getFirst().setSegment("url:http://x");
    form.getSecond().setCreative("y");
    assertEquals(
        json(
            """
            {"compared": {"first": {"segment": {"url": "http://x"}}, "second": {"creative": "y"}}}
            """),
        written());
  }

  @Test
  void keepsSeveralAttributesThatAProgramChose() {
    GroupForm group = GroupForm.of(new ViewerGroup(null, Map.of("sex", "female", "age", "25-34")));
    assertEquals(
        json("{\"segment\": {\"age\": \"25-34\", \"sex\": \"female\"}}"), group.json().build());
    List<String> choices = group.choices(List.of("sex:female", "sex:male"));
    assertEquals("age: 25-34, sex: female", group.label(choices.get(2)));
    assertEquals("sex: male", group.label(choices.get(1)));
  }

  private JsonObject written() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    form.addTo(json);
    return json.build();
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }
}
