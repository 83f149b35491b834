package org.otklik.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.otklik.access.AccessService;
import org.otklik.analysis.comparison.LengthBracket;
import org.otklik.analysis.comparison.NormedFigure;
import org.otklik.overview.CreativeLine;
import org.otklik.overview.CreativeListService;
import org.otklik.overview.CreativeListing;
import org.otklik.web.portal.Figures;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.user.ClientView;

/** {@code creatives.xhtml}: all creatives as a table and a chart. */
@Named
@RequestScoped
public class CreativesPage {
  @Inject private CreativeListService creatives;
  @Inject private AccessService access;
  @Inject private CurrentActor me;
  @Inject private Figures figures;
  @Inject private Wording wording;

  private final CreativesQuery wishes = new CreativesQuery();
  private CreativeListing listing;
  private List<ClientView> clients;

  public CreativesQuery getWishes() {
    return wishes;
  }

  public List<CreativeLine> getLines() {
    return listing().entries();
  }

  /** How many there are on all pages. */
  public int getFound() {
    return listing().found().size();
  }

  public int getPages() {
    int size = wishes.query().pageSize();
    return Math.max(1, (getFound() + size - 1) / size);
  }

  /** From 1. */
  public int getShownPage() {
    return listing().page() + 1;
  }

  private CreativeListing listing() {
    if (listing == null) {
      CreativeListQuery query = wishes.query();
      listing =
          creatives.list(
              me.get(),
              query.filter(),
              query.sort(),
              query.descending(),
              query.page() - 1,
              query.pageSize());
    }
    return listing;
  }

  public List<ClientView> getClients() {
    if (clients == null) {
      clients = access.clients(me.get()).stream().map(ClientView::of).toList();
    }
    return clients;
  }

  /** A figure as it is written: an index with its sign, a share in per cent, or a dash. */
  public String figure(CreativeLine line, String name) {
    NormedFigure figure = NormedFigure.valueOf(name);
    Double value = line.figures().get(figure);
    boolean index = figure == NormedFigure.EEI || figure == NormedFigure.EMO_NPS;
    return index ? figures.index(value) : figures.share(value);
  }

  /** "P72", or nothing while there are too few others. */
  public String percentile(CreativeLine line, String name) {
    Double percentile = line.percentiles().get(NormedFigure.valueOf(name));
    return percentile == null
        ? ""
        : wording.of("creatives.percentile", String.valueOf(Math.round(percentile)));
  }

  /** "11–20 s". */
  public String length(LengthBracket bracket) {
    return bracket.untilSeconds() == Integer.MAX_VALUE
        ? wording.of("creatives.length-from", bracket.fromSeconds())
        : wording.of("creatives.length", bracket.fromSeconds(), bracket.untilSeconds());
  }

  /** As the form sends it. */
  public String lengthValue(LengthBracket bracket) {
    return bracket.fromSeconds() + "-" + bracket.untilSeconds();
  }
}
