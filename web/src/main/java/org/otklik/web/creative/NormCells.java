package org.otklik.web.creative;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.analysis.comparison.CreativeNorms;
import org.otklik.analysis.comparison.NormedFigure;
import org.otklik.metric.Norm;
import org.otklik.web.portal.Figures;
import org.otklik.web.portal.Wording;

/** What stands beneath a key figure of its place among those of comparable creatives. */
@Named
@RequestScoped
public class NormCells {
  @Inject private Figures figures;
  @Inject private Wording wording;

  /** Empty where there is no norm. */
  public String rank(CreativeNorms norms, String figure) {
    Norm norm = norms.norms().get(NormedFigure.valueOf(figure));
    return norm == null
        ? ""
        : wording.of("figure.norm", figures.share(norm.percentile() / 100), norm.n());
  }

  /** What the norm is among, or why there is none. */
  public String explanation(CreativeNorms norms, String figure) {
    return norms.norms().containsKey(NormedFigure.valueOf(figure))
        ? wording.of("figure.norm-help")
        : wording.of("figure.norm-missing", norms.others());
  }
}
