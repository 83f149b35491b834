package org.otklik.vision.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Workspaces in waiting: there come to be as many as calls ran at the same time. Thread-safe.
 *
 * <p>Allocating anew for each call costs more than the copying itself: the system hands over large
 * pieces page by page.
 */
public final class Workspaces<W extends Workspace> implements AutoCloseable {

  private final Supplier<W> maker;
  private final Deque<W> waiting = new ArrayDeque<>();
  private boolean closed;

  public Workspaces(Supplier<W> maker) {
    this.maker = maker;
  }

  /** Does some work in a workspace that nobody else uses meanwhile. */
  public <R> R use(Function<W, R> work) {
    W workspace = take();
    try {
      return work.apply(workspace);
    } finally {
      giveBack(workspace);
    }
  }

  private W take() {
    synchronized (waiting) {
      W workspace = waiting.poll();
      if (workspace != null) {
        return workspace;
      }
    }
    return maker.get();
  }

  private void giveBack(W workspace) {
    synchronized (waiting) {
      if (!closed) {
        waiting.push(workspace);
        return;
      }
    }
    workspace.close();
  }

  /** Frees those that wait; one in use is freed when its work is done. */
  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.forEach(Workspace::close);
      waiting.clear();
    }
  }
}
