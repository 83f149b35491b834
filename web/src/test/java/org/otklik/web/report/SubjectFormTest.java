package org.otklik.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.viewing.ViewerGroup;
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
    form.getFirst().setSegment("url:http://x");
    form.getSecond().setCreative(CREATIVE.toString());
    assertEquals(
        new ComparedGroups(
            new ViewerGroup(null, Map.of("url", "http://x")), new ViewerGroup(CREATIVE, Map.of())),
        form.chosenGroups());
  }

  @Test
  void keepsSeveralAttributesThatAProgramChose() {
    ViewerGroup chosen = new ViewerGroup(null, Map.of("sex", "female", "age", "25-34"));
    GroupForm group = GroupForm.of(chosen);
    assertEquals(chosen, group.group());
    List<String> choices = group.choices(List.of("sex:female", "sex:male"));
    assertEquals("age: 25-34, sex: female", group.label(choices.get(2)));
    assertEquals("sex: male", group.label(choices.get(1)));
  }
}
