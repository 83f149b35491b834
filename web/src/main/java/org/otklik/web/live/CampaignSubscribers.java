package org.otklik.web.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.live.CampaignSnapshot;

/** Those who listen to one campaign, and what each has been told. */
class CampaignSubscribers {
  /** What changed without stirring anything, such as a recording that is gone, is seen by then. */
  private static final int MAX_AGE = 20;

  private final Map<LiveListener, SnapshotDiff> told = new ConcurrentHashMap<>();
  private volatile CampaignSnapshot pulse;
  private volatile String newest;

  /** Rounds since the campaign was looked at. */
  private int age;

  void add(LiveListener listener) {
    told.put(listener, new SnapshotDiff());
  }

  /** True when nobody is left. */
  boolean remove(LiveListener listener) {
    told.remove(listener);
    return told.isEmpty();
  }

  /** Whether to look at the campaign although nothing is known to have changed. */
  boolean isOutOfDate() {
    return pulse == null || ++age >= MAX_AGE;
  }

  /**
   * @param newest of all campaigns, as it was before the look
   */
  void look(CampaignSnapshot now, String newest) {
    pulse = now;
    this.newest = newest;
    age = 0;
  }

  /**
   * Tells each what is new to them. Rights are read anew: who has lost them hears no more.
   *
   * @param hearers who of some users may hear of the campaign
   */
  void tell(Function<Collection<String>, Set<String>> hearers) {
    Map<LiveListener, String> news = new LinkedHashMap<>();
    told.forEach(
        (listener, changes) ->
            changes.since(pulse, newest).ifPresent(text -> news.put(listener, text)));
    if (news.isEmpty()) {
      return;
    }
    Set<String> allowed =
        hearers.apply(news.keySet().stream().map(LiveListener::login).collect(Collectors.toSet()));
    news.forEach(
        (listener, text) -> {
          if (allowed.contains(listener.login())) {
            listener.tell(text);
          } else {
            listener.dismiss(LiveListener.Reason.NOT_ALLOWED);
          }
        });
  }

  /** Nobody hears more. */
  void dismiss(LiveListener.Reason reason) {
    List.copyOf(told.keySet()).forEach(listener -> listener.dismiss(reason));
  }
}
