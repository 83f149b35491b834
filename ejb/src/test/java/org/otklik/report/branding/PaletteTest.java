package org.otklik.report.branding;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.problem.ProblemException;

class PaletteTest {

  @ParameterizedTest
  @CsvSource({"#000000, #FFFFFF, 21.0", "#777777, #FFFFFF, 4.47", "#1F5FA6, #1F5FA6, 1.0"})
  void measuresContrastAsWcagDoes(String one, String other, double expected) {
    assertEquals(expected, ColourContrast.between(Color.decode(one), Color.decode(other)), 0.01);
  }

  @Test
  void standardColoursAreReadable() {
    assertDoesNotThrow(Palette.STANDARD::requireReadable);
  }

  @ParameterizedTest
  @CsvSource({
    "#FFD400, #1F5FA6, #D1711A, COLOUR_TOO_PALE",
    "#1F5FA6, #8FD0FF, #D1711A, COLOUR_TOO_PALE",
    "#1F5FA6, #1F5FA6, #FFB570, COLOUR_TOO_PALE",
    "#1F5FA6, #1F5FA6, #2466AE, COLOURS_TOO_ALIKE",
    "#1F5FA6, #3F8F3F, #B8532A, COLOURS_TOO_ALIKE",
    "#1F5FA6, red,     #D1711A, FIELD_INVALID"
  })
  void refusesWhatCannotBeReadOrToldApart(
      String accent, String positive, String negative, String code) {
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> Palette.of(accent, positive, negative).requireReadable());
    assertEquals(code, refused.code().name());
  }

  @Test
  void darkensTheNegativeColourUntilSmallTextCanBeReadInIt() {
    Palette palette = Palette.of("#1F5FA6", "#1F5FA6", "#E07020");
    double contrast = ColourContrast.between(palette.negativeText(), Palette.SURFACE);
    assertTrue(contrast >= Palette.MIN_TEXT_CONTRAST, () -> "contrast " + contrast);
  }

  @Test
  void writesColoursAsTheyAreSent() {
    Palette palette = Palette.of("#0a1b2c", "#1F5FA6", "#D1711A");
    assertEquals("#0A1B2C", Palette.hex(palette.accent()));
  }
}
