package org.otklik.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.run.RunState;
import org.otklik.live.CampaignSnapshot;
import org.otklik.live.CampaignSnapshot.RecordingPulse;
import org.otklik.live.ChangeMarker;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** What live pages cost is counted in looks at the database. */
class LiveUpdatesTest {
  private static final UUID CAMPAIGN = UUID.randomUUID();
  private static final UUID RECORDING = UUID.randomUUID();

  private final Looks looks = new Looks();
  private final LiveUpdates rounds = new LiveUpdates(looks);

  @Test
  void fiftyListenersCostWhatOneCosts() {
    join(1);
    analyse();
    List<Integer> ofOne = looks.counts();
    Looks others = new Looks();
    LiveUpdates crowd = new LiveUpdates(others);
    List<Heard> fifty = IntStream.range(0, 50).mapToObj(number -> new Heard("u" + number)).toList();
    fifty.forEach(listener -> crowd.join(CAMPAIGN, listener));
    analyse(crowd, others);
    assertEquals(ofOne, others.counts());
    fifty.forEach(
        listener -> {
          assertEquals(11, listener.told.size(), "all at first, then ten steps");
          assertTrue(listener.told.get(10).contains("[\"RUNNING\",10,"), listener.told.toString());
        });
  }

  @Test
  void nothingIsReadWhenNobodyListens() {
    rounds.round();
    Heard heard = join(1).get(0);
    rounds.round();
    rounds.leave(CAMPAIGN, heard);
    List<Integer> before = looks.counts();
    rounds.round();
    assertEquals(before, looks.counts());
  }

  @Test
  void campaignIsLookedAtAgainWhenSomethingStirsOnly() {
    Heard heard = join(1).get(0);
    IntStream.range(0, 15).forEach(second -> rounds.round());
    assertEquals(1, looks.pulses);
    looks.stir = new ChangeMarker("2", false); // a job came and went between two rounds
    looks.progress = 100;
    rounds.round();
    assertEquals(2, looks.pulses);
    assertEquals(2, heard.told.size());
  }

  @Test
  void whatStirredNothingIsSeenInTheEnd() {
    Heard heard = join(1).get(0);
    rounds.round();
    looks.gone = true;
    IntStream.range(0, 20).forEach(second -> rounds.round());
    assertTrue(
        heard.told.stream().anyMatch(text -> text.contains("\"gone\":[\"" + RECORDING)),
        heard.told.toString());
  }

  @Test
  void whoHasLostTheRightHearsNoMore() {
    List<Heard> both = join(2);
    rounds.round();
    looks.shutOut = Set.of("u0");
    looks.stir = new ChangeMarker("2", true);
    looks.progress = 50;
    rounds.round();
    assertEquals(1, both.get(0).told.size());
    assertEquals(List.of(LiveListener.Reason.NOT_ALLOWED), both.get(0).dismissed);
    assertEquals(2, both.get(1).told.size());
  }

  @Test
  void brokenCampaignDisturbsNoOther() {
    UUID broken = UUID.randomUUID();
    UUID unknown = UUID.randomUUID();
    Heard ofBroken = new Heard("u");
    Heard ofUnknown = new Heard("u");
    rounds.join(broken, ofBroken);
    rounds.join(unknown, ofUnknown);
    looks.broken = broken;
    looks.unknown = unknown;
    Heard heard = join(1).get(0);
    rounds.round();
    assertEquals(1, heard.told.size());
    assertEquals(List.of(LiveListener.Reason.COME_BACK), ofBroken.dismissed);
    assertEquals(List.of(LiveListener.Reason.NOT_ALLOWED), ofUnknown.dismissed);
  }

  @Test
  void databaseThatIsAwayDismissesNobody() {
    Heard heard = join(1).get(0);
    looks.isAway = true;
    assertThrows(IllegalStateException.class, rounds::round);
    assertEquals(List.of(), heard.dismissed);
    looks.isAway = false;
    rounds.round();
    assertEquals(1, heard.told.size());
  }

  private List<Heard> join(int count) {
    List<Heard> listeners =
        IntStream.range(0, count).mapToObj(number -> new Heard("u" + number)).toList();
    listeners.forEach(listener -> rounds.join(CAMPAIGN, listener));
    return listeners;
  }

  private void analyse() {
    analyse(rounds, looks);
  }

  /** Ten rounds of an analysis, and ten in which nothing happens. */
  private static void analyse(LiveUpdates rounds, Looks looks) {
    rounds.round();
    looks.stir = new ChangeMarker("2", true);
    for (int second = 0; second < 10; second++) {
      looks.progress++;
      rounds.round();
    }
    looks.stir = new ChangeMarker("2", false);
    IntStream.range(0, 10).forEach(second -> rounds.round());
  }

  private static final class Looks implements LiveUpdates.Reader {
    ChangeMarker stir = new ChangeMarker("1", false);
    int progress;
    boolean gone;
    boolean isAway;
    Set<String> shutOut = Set.of();
    UUID broken;
    UUID unknown;
    int stirs;
    int pulses;
    int rights;

    @Override
    public ChangeMarker stir() {
      stirs++;
      if (isAway) {
        throw new IllegalStateException("away on purpose");
      }
      return stir;
    }

    @Override
    public CampaignSnapshot pulse(UUID campaign) {
      pulses++;
      if (campaign.equals(broken)) {
        throw new IllegalStateException("broken on purpose");
      }
      if (campaign.equals(unknown)) {
        throw new ProblemException(ProblemCode.CAMPAIGN_UNKNOWN);
      }
      return new CampaignSnapshot(
          gone ? Map.of() : Map.of(RECORDING, new RecordingPulse(RunState.RUNNING, progress, "")),
          Map.of());
    }

    @Override
    public Set<String> hearers(UUID campaign, Collection<String> logins) {
      rights++;
      return Set.copyOf(logins.stream().filter(login -> !shutOut.contains(login)).toList());
    }

    List<Integer> counts() {
      return List.of(stirs, pulses, rights);
    }
  }

  private static final class Heard implements LiveListener {
    private final String login;
    private final List<String> told = new ArrayList<>();
    private final List<Reason> dismissed = new ArrayList<>();

    Heard(String login) {
      this.login = login;
    }

    @Override
    public String login() {
      return login;
    }

    @Override
    public void tell(String text) {
      told.add(text);
    }

    @Override
    public void dismiss(Reason reason) {
      dismissed.add(reason);
    }
  }
}
