package org.otklik.web.creative;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.metric.QualityGrade;
import org.otklik.web.portal.Figures;

/** Cells of the table of viewings. */
@Named
@RequestScoped
public class ViewingCells {
  @Inject private Figures figures;

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
}
