package org.otklik.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailOutcomeTest {
  @Test
  void whatIsLoggedNamesNobody() {
    assertEquals(
        "550 5.1.1 <…>: Recipient unknown; …: refused",
        MailOutcome.refusedTo(
                List.of("a@b.example"),
                "550 5.1.1 <anna@b.example>: Recipient unknown; anna@b.example: refused")
            .errorWithoutAddresses());
    assertNull(new MailOutcome(List.of(), List.of(), List.of(), null).errorWithoutAddresses());
  }
}
