package org.otklik.web.creative;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.web.portal.Figures;
import org.otklik.web.portal.Wording;

/** Key figures as every page shows them: what they are made of so far, and none of too few. */
@Named
@RequestScoped
public class FigureCells {
  @Inject private Figures figures;
  @Inject private Wording wording;

  /** "so far, 2 of 13" while recordings are analysed; else empty. */
  public String soFar(int unfinished, int recordings) {
    return unfinished == 0 ? "" : wording.of("figure.so-far", recordings - unfinished, recordings);
  }

  /** A dash where there are too few viewers. */
  public String index(boolean enough, Double value) {
    return figures.index(enough ? value : null);
  }

  /** Why there is no figure, where there are viewers but too few; else empty. */
  public String tooFew(int viewers, int minGroupSize) {
    return viewers == 0 || viewers >= minGroupSize
        ? ""
        : wording.of("figure.too-few", viewers, minGroupSize);
  }
}
