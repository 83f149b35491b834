package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.faces.application.FacesMessage;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class FieldMessageTest {
  private static String control(ProblemException problem) {
    return PageMessages.of(FieldMessage.of(problem, "A sentence."), null).control();
  }

  @Test
  void refusalNamesTheFieldOfItsForm() {
    assertEquals("name", control(new ProblemException(ProblemCode.FIELD_MISSING, "name")));
    assertEquals(
        "end",
        control(new ProblemException(ProblemCode.FIELD_INVALID, "recurrence.end", "x", "y")));
  }

  @Test
  void refusalWhoseSentenceNamesNoFieldStillMeansOne() {
    assertEquals("old", control(new ProblemException(ProblemCode.PASSWORD_WRONG)));
    assertEquals("second", control(new ProblemException(ProblemCode.GROUPS_ALIKE)));
    assertEquals("", control(new ProblemException(ProblemCode.NOT_ALLOWED)));
  }

  @Test
  void messageOfAComponentNamesItsControl() {
    FacesMessage missing = new FacesMessage(FacesMessage.SEVERITY_ERROR, "Enter a name.", null);
    PageMessages.Message told = PageMessages.of(missing, "newName");
    assertEquals(new PageMessages.Message("Enter a name.", "bad", "newName"), told);
  }
}
