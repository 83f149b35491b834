package org.otklik.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FileNameTest {
  @Test
  void isGivenInAsciiAndAsItIs() {
    assertEquals(
        "attachment; filename=\"Otklik _____ 1.pdf\";"
            + " filename*=UTF-8''Otklik%20%D0%A9%D0%B5%D0%BD%D0%BE%D0%BA%201.pdf",
        FileName.attachment("Otklik Щенок 1.pdf"));
  }
}
