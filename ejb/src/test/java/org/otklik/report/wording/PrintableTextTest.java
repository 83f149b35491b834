package org.otklik.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Утро & <b>,          Утро & <b>
          'a\nb\tc   d',       a b c d
          '🚀 Launch 🚀',      Launch
          日本,                □□
          '   ',               —
          ,                    —
          🚀,                  —
          """)
  void keepsWhatTheFontCanShow(String text, String expected) {
    assertEquals(expected, PrintableText.of(text, codePoint -> codePoint < 0x600));
  }
}
