package org.otklik.web.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.faces.application.ViewExpiredException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.primefaces.csp.CspException;

class ProblemFinderTest {
  private static final ProblemException EMPTY = new ProblemException(ProblemCode.FILM_EMPTY);

  @Test
  void findsTheProblemInsideOfTheContainersException() {
    assertEquals(EMPTY, ProblemFinder.of(new EJBException(EMPTY), "POST /x"));
    assertEquals(
        EMPTY, ProblemFinder.of(new IllegalStateException(new EJBException(EMPTY)), "POST /x"));
  }

  @Test
  void tellsAnExpiredPageApart() {
    assertEquals(
        ProblemCode.SESSION_OVER,
        ProblemFinder.of(new ViewExpiredException("/index.xhtml"), "POST /index.xhtml").code());
    assertEquals(
        ProblemCode.SESSION_OVER,
        ProblemFinder.of(new CspException("no nonce"), "POST /index.xhtml").code());
  }

  @Test
  void outagesAreTold() {
    SQLException lost = new SQLException("Connection refused", "08001");
    assertEquals(
        ProblemCode.DATABASE_AWAY, ProblemFinder.of(new EJBException(lost), "GET /x").code());
    IOException full = new IOException("No space left on device");
    assertEquals(
        ProblemCode.DISK_FULL, ProblemFinder.of(new UncheckedIOException(full), "POST /x").code());
  }

  @Test
  void givesTheUserANumberAndNothingElseOfAnUnexpectedError() {
    ProblemException problem = ProblemFinder.of(new IllegalStateException("jdbc:secret"), "GET /x");
    assertEquals(ProblemCode.INTERNAL, problem.code());
    String sentence = problem.sentence(Locale.ENGLISH);
    assertFalse(sentence.contains("secret"));
    assertTrue(sentence.matches(".* [0-9A-F]{8}\\."), sentence);
  }
}
