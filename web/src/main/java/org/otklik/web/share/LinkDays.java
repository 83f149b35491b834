package org.otklik.web.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.otklik.share.LinkTerms;

/** After how many days a new link may expire. */
@ApplicationScoped
public class LinkDays {
  private static final List<Integer> USUAL_DAYS = List.of(1, 7, 30);

  @Inject private LinkTerms terms;

  /** The usual ones, up to the longest that the server allows. */
  public List<Integer> days() {
    int limit = terms.maxDays();
    return IntStream.concat(USUAL_DAYS.stream().mapToInt(Integer::intValue), IntStream.of(limit))
        .filter(choice -> choice <= limit)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }
}
