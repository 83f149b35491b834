package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Spring & <b> \"2026\"",
        "Весна №5",
        "日本",
        "🚀",
        "👩‍👩‍👧 ❤️",
        "نص",
        "e\u0301",
        "+",
        "№",
        "a\u00a0b",
        "=1"
      })
  void whatPeopleWriteIsPlain(String text) {
    assertTrue(PlainText.isPlain(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\ud800",
        "\udc00b",
        "a\ufffe",
        "a\uffff",
        "a\ufdd0",
        "a\ud83f\udffe",
        "\u202egpj.exe",
        "a\u2066b",
        "a\u200eb",
        "a\u061cb",
        "a\u2028b",
        "a\u2029b",
        "a\u0000",
        "a\u0085b",
        "a\tb",
        "a\nb",
        "a\ufffd",
        "\u00a0\u3000\u200b",
        "\u3164",
        "\u2800",
        "\ufe0f",
        "\u200d",
        "\u0301"
      })
  void whatCannotBeSeenOrStoredIsNot(String text) {
    assertFalse(PlainText.isPlain(text));
  }

  @Test
  void blanksOfAnyWidthAreTrimmed() {
    assertEquals("a b", PlainText.trimmed("\u200b\ufeff\u00a0 a b\u2060\u3000\u00ad\t"));
    assertEquals("", PlainText.trimmed("\u200b \u2003"));
  }

  @Test
  void codesThatLookAlikeAreAlike() {
    assertEquals("v 01", PlainText.code("\u00a0v\u00a0\u200b01\ufeff"));
    assertEquals("v\n01", PlainText.code("v\n01"));
  }
}
