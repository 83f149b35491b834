package org.otklik.recording;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.otklik.sound.SoundAlignment;
import org.otklik.sound.SoundFinding;

/** What came of listening for the creative in a recording. */
@Embeddable
public class HeardSound {
  @Enumerated(EnumType.STRING)
  @Column(name = "sound_finding")
  private SoundFinding finding;

  @Column(name = "sound_score")
  private Double score;

  @Column(name = "sound_pieces")
  private Integer pieces;

  @Column(name = "sound_heard_pieces")
  private Integer heardPieces;

  @Column(name = "sound_drift_ppm")
  private Double driftPpm;

  protected HeardSound() {}

  HeardSound(SoundAlignment alignment) {
    finding = alignment.finding();
    score = alignment.score();
    pieces = alignment.pieces();
    heardPieces = alignment.heardPieces();
    driftPpm = alignment.driftPpm();
  }

  SoundFinding finding() {
    return finding;
  }
}
