package org.otklik.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.audit.AuditFilter;
import org.otklik.audit.AuditKind;
import org.otklik.problem.ProblemException;

class AuditQueryTest {
  @Test
  void emptyPartsLeaveOpen() {
    assertEquals(new AuditFilter(null, null, null, null), AuditQuery.of("", null, " ", null));
  }

  @Test
  void lastDayIsWithin() {
    assertEquals(
        new AuditFilter(
            "anna",
            AuditKind.SIGN_IN,
            Instant.parse("2026-01-31T00:00:00Z"),
            Instant.parse("2026-02-01T00:00:00Z")),
        AuditQuery.of(" anna ", "SIGN_IN", "2026-01-31", "2026-01-31"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.01.2026", "2026-02-30", "+999999999-12-31", "0001-01-01", "x"})
  void daysThatAreNoneAreRefused(String day) {
    assertThrows(ProblemException.class, () -> AuditQuery.of(null, null, null, day));
  }

  @Test
  void unknownKindIsRefused() {
    assertThrows(ProblemException.class, () -> AuditQuery.of(null, "SIGN", null, null));
  }
}
