package org.otklik.web.comparison;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.otklik.analysis.comparison.ComparedViewings;
import org.otklik.analysis.comparison.ComparisonService;
import org.otklik.analysis.group.ViewerGroup;
import org.otklik.identity.Actor;
import org.otklik.metric.Comparison;
import org.otklik.metric.ViewingSet;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MetricSettings;

/**
 * Comparisons for who looks at them. Thousands of permutations take a processor for a second or
 * two: what was asked of the same viewings is not calculated again, and only as many are calculated
 * at a time as leave the portal to others.
 */
@ApplicationScoped
public class Comparisons {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** Each holds a thread of the workers, of which there are sixteen a processor. */
  private static final int MAX_WAITING = 5 * PROCESSORS;

  private static final int PATIENCE_S = 10;
  private static final int MAX_KEPT = 50;
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  /** What a comparison is of: the same gives the same. */
  private record Question(
      ViewingSet first,
      ViewingSet second,
      int firstSeconds,
      int secondSeconds,
      MetricSettings metric) {}

  @Inject private ComparisonService service;

  private final Cache<Question, Comparison> kept =
      Caffeine.newBuilder()
          .maximumSize(MAX_KEPT)
          .expireAfterWrite(KEPT_FOR)
          .executor(Runnable::run) // no threads that outlive the application
          .build();

  private final Semaphore places = new Semaphore(PROCESSORS, true);

  /**
   * Compares what is analysed by now.
   *
   * @throws ProblemException as of {@link ComparisonService#viewings}, or COMPARISONS_AT_ONCE
   */
  public Comparison compare(Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    take();
    try {
      ComparedViewings viewings = service.viewings(actor, campaignId, first, second);
      Question question =
          new Question(
              viewings.first(),
              viewings.second(),
              viewings.firstSeconds(),
              viewings.secondSeconds(),
              viewings.settings().metric());
      return kept.get(question, any -> service.compare(viewings));
    } finally {
      places.release();
    }
  }

  private void take() {
    try {
      if (places.getQueueLength() < MAX_WAITING && places.tryAcquire(PATIENCE_S, SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is about to stop
    }
    throw new ProblemException(ProblemCode.COMPARISONS_AT_ONCE);
  }
}
