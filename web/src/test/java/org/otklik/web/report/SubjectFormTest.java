package org.otklik.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.group.ViewerGroup;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.ComparedGroups;
import org.otklik.report.request.ReportKind;
import org.otklik.web.report.SubjectForm.GroupForm;

class SubjectFormTest {
  private static final UUID CREATIVE = UUID.randomUUID();

  private final SubjectForm form = new SubjectForm();

  @Test
  void saysNothingAboutTheWholeCampaign() {
    form.setCreative(CREATIVE.toString()); // hidden, and still there
    assertNull(form.chosenCreative());
    assertNull(form.chosenGroups());
  }

  @Test
  void asksForACreative() {
    form.setKind(ReportKind.CREATIVE);
    assertThrows(ProblemException.class, form::chosenCreative);
    form.about(CREATIVE.toString());
    assertEquals(CREATIVE, form.chosenCreative());
  }

  @Test
  void leavesOutWhatLimitsNoGroup() {
    form.setKind(ReportKind.COMPARISON);
    form.getFirst().setSegment(new String[] {"url:http://x"});
    form.getSecond().setCreative(CREATIVE.toString());
    assertEquals(
        new ComparedGroups(
            new ViewerGroup(null, Map.of("url", List.of("http://x"))),
            new ViewerGroup(CREATIVE, Map.of())),
        form.chosenGroups());
  }

  @Test
  void joinsValuesOfOneAttributeAndKeepsTheRest() {
    ViewerGroup chosen =
        new ViewerGroup(
            null, Map.of("sex", List.of("female"), "age", List.of("25-34", "18-24")), true);
    GroupForm group = GroupForm.of(chosen);
    assertEquals(chosen, group.group());
    List<String> choices = group.choices(List.of("sex:female", "sex:male"));
    assertEquals(List.of("sex:female", "sex:male", "age:18-24", "age:25-34"), choices);
    assertEquals("sex: male", group.label(choices.get(1)));
  }
}
