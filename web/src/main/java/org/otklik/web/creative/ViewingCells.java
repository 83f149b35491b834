package org.otklik.web.creative;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.metric.QualityGrade;
import org.otklik.recording.RecordingStart;
import org.otklik.sound.SoundFinding;
import org.otklik.web.portal.Figures;
import org.otklik.web.portal.Wording;

/** Cells of the table of viewings. */
@Named
@RequestScoped
public class ViewingCells {
  private static final Set<SoundFinding> SILENT =
      EnumSet.of(SoundFinding.CREATIVE_SILENT, SoundFinding.RECORDING_SILENT);

  private static final double MS = 1000;
  private static final char MINUS = '\u2212';

  @Inject private Figures figures;
  @Inject private Wording wording;

  public boolean isFailed(ViewingView viewing) {
    return viewing.state() == RunState.FAILED;
  }

  /** Whether its outcome is one to show: that of a failed analysis goes when it is tried again. */
  public boolean isJudged(ViewingView viewing) {
    return viewing.isObserved() || viewing.outcome() != null && isFailed(viewing);
  }

  public String coverage(ViewingView viewing) {
    return figures.share(viewing.isObserved() ? viewing.coverage() : null);
  }

  /**
   * How far the viewing can be relied on; null where nothing was observed to tell from.
   *
   * @param coverageLimit below which a viewing does not count, 0..1
   */
  public QualityGrade grade(ViewingView viewing, double coverageLimit) {
    return viewing.grade(coverageLimit);
  }

  /** For the help text, which states the scale. */
  public QualityGrade getGradeA() {
    return QualityGrade.A;
  }

  public QualityGrade getGradeB() {
    return QualityGrade.B;
  }

  /** Seconds of this viewing, or a dash where they are unknown. */
  public String seconds(ViewingView viewing, double seconds) {
    return viewing.isObserved() ? figures.seconds(seconds) : figures.share(null);
  }

  /** When the creative starts, and where that is known from. */
  public String start(RecordingStart start) {
    return wording.of(
        "start." + start.method(), startSeconds(start), start.heardPieces(), start.pieces());
  }

  /** Whether the table says how the start was found: not where there was nothing to listen to. */
  public boolean isStartTold(RecordingStart start) {
    return start.finding() != null && !SILENT.contains(start.finding());
  }

  public String shortStart(RecordingStart start) {
    return start.isRefused()
        ? wording.word("sound-short", start.finding())
        : wording.of("start.short", startSeconds(start));
  }

  private String startSeconds(RecordingStart start) {
    return figures.seconds(start.startMs() / MS).replace('-', MINUS);
  }
}
