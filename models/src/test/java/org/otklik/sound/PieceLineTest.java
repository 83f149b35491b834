package org.otklik.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceLineTest {

  private static List<HeardPiece> pieces(double... delaysMs) {
    List<HeardPiece> pieces = new ArrayList<>();
    for (double delayMs : delaysMs) {
      pieces.add(new HeardPiece(2500 * (pieces.size() + 1), delayMs, 20));
    }
    return pieces;
  }

  @Test
  void oneClockIsOneLine() {
    PieceLine line = PieceLine.of(pieces(1000, 1001, 1000, 999)).get(0);
    assertEquals(1000, line.delayMs(0), 2);
  }

  @Test
  void theDriftOfAClockIsFollowed() {
    PieceLine line = PieceLine.of(pieces(1000.5, 1001, 1001.5, 1002, 1002.5)).get(0);
    assertEquals(2e-4, line.drift(), 1e-9);
    assertEquals(1000, line.delayMs(0), 1e-6);
  }

  @Test
  void fewPiecesTellNoDrift() {
    assertEquals(0, PieceLine.of(pieces(1000, 1001, 1002)).get(0).drift());
  }

  @Test
  void aStandstillParts() {
    List<PieceLine> lines = PieceLine.of(pieces(1000, 1000, 2500, 2500));
    assertEquals(2, lines.size());
    assertEquals(2500, lines.get(1).delayMs(0), 1e-9);
  }

  @Test
  void aStrayPieceAmongOthersGoes() {
    List<PieceLine> lines = PieceLine.of(pieces(1000, 1000, 3700, 1000, 1001));
    assertEquals(1, lines.size());
    assertEquals(4, lines.get(0).pieces().size());
  }
}
