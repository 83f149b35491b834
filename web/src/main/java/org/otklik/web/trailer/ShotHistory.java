package org.otklik.web.trailer;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The shots as they were before each of the last changes, so that these can be undone. */
class ShotHistory implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_STEPS = 50;

  private final Deque<ArrayList<ShotForm>> before = new ArrayDeque<>();
  private ArrayList<ShotForm> now = new ArrayList<>();

  /** What the shots are after a change; one that changes nothing is none. */
  void note(List<ShotForm> shots) {
    if (!isLike(shots)) {
      before.push(now);
      if (before.size() > MAX_STEPS) {
        before.removeLast();
      }
    }
    now = copy(shots);
  }

  /** Begins anew: what is now cannot be undone. */
  void begin(List<ShotForm> shots) {
    before.clear();
    now = copy(shots);
  }

  boolean isEmpty() {
    return before.isEmpty();
  }

  /** The shots before the last change. */
  List<ShotForm> undo() {
    now = before.pop();
    return copy(now);
  }

  private boolean isLike(List<ShotForm> shots) {
    if (shots.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).isLike(shots.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static ArrayList<ShotForm> copy(List<ShotForm> shots) {
    ArrayList<ShotForm> copy = new ArrayList<>();
    shots.forEach(shot -> copy.add(shot.copy()));
    return copy;
  }
}
