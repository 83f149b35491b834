package org.otklik.web.trailer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShotHistoryTest {
  private final ShotHistory history = new ShotHistory();
  private final List<ShotForm> shots = new ArrayList<>(List.of(ShotForm.empty(0, 1_000)));

  @Test
  void changesAreUndoneOneAfterTheOther() {
    history.begin(shots);
    assertTrue(history.isEmpty());
    shots.get(0).setEnd("2");
    history.note(shots);
    history.note(shots); // judged again, but nothing has changed
    shots.add(ShotForm.empty(3_000, 4_000));
    history.note(shots);

    assertEquals(List.of("2"), ends(history.undo()));
    assertEquals(List.of("1"), ends(history.undo()));
    assertTrue(history.isEmpty());
  }

  @Test
  void whatIsUndoneIsNotChangedByWhatFollows() {
    history.begin(shots);
    shots.get(0).setEnd("2");
    history.note(shots);
    List<ShotForm> undone = history.undo();
    undone.get(0).setEnd("5");
    history.note(undone);
    assertEquals(List.of("1"), ends(history.undo()));
  }

  private static List<String> ends(List<ShotForm> shots) {
    return shots.stream().map(ShotForm::getEnd).toList();
  }
}
