package org.otklik.showing;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import org.otklik.recording.Recording;
import org.otklik.study.participation.Participation;

/** Somebody who has joined a live showing. */
@Entity
public class ShowingParticipant {
  @Id private Long participationId;

  @MapsId
  @OneToOne(fetch = FetchType.EAGER, optional = false)
  private Participation participation;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Showing showing;

  private String name;

  @ManyToOne(fetch = FetchType.EAGER)
  private Recording recording;

  protected ShowingParticipant() {}

  ShowingParticipant(Showing showing, Participation participation, String name) {
    this.showing = showing;
    this.participation = participation;
    this.name = name;
  }

  void observedAs(Recording made) {
    recording = made;
  }

  void forgetName() {
    name = null;
  }

  Long participationId() {
    return participationId;
  }

  public Participation participation() {
    return participation;
  }

  Showing showing() {
    return showing;
  }

  /** As chosen; null when the showing is over, or the consent withdrawn. */
  public String name() {
    return name;
  }

  /** Null before the first observation while the creative runs, and after its deletion. */
  public Recording recording() {
    return recording;
  }
}
