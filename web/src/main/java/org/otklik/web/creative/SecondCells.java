package org.otklik.web.creative;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.emotion.EmotionGroup;
import org.otklik.metric.ShareInterval;
import org.otklik.timeline.CreativeSecond;
import org.otklik.web.portal.Figures;

/** Cells of the table that says in figures what the curve draws. */
@Named
@RequestScoped
public class SecondCells {
  @Inject private Figures figures;

  /** "60% (31%–83%)", or a dash where nobody was observed. */
  public String share(CreativeSecond second, String group) {
    ShareInterval share = second.shares().get(EmotionGroup.valueOf(group));
    return share == null
        ? figures.share(null)
        : "%s (%s–%s)"
            .formatted(
                figures.share(share.share()),
                figures.share(share.low()),
                figures.share(share.high()));
  }
}
