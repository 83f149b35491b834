package org.otklik.web.bin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.otklik.campaign.BinEntry;
import org.otklik.campaign.BinService;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.session.CurrentActor;

/** {@code bin.xhtml}: what was deleted, to be restored or deleted for good. */
@Named
@ViewScoped
public class BinPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private BinService bin;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String moved;
  private String restored;

  // Read anew for every request, at most once.
  private transient List<BinEntry> entries;

  /** Refuses readers before anything is shown. */
  public void open() {
    getEntries();
  }

  public List<BinEntry> getEntries() {
    if (entries == null) {
      entries = bin.entries(me.get());
    }
    return entries;
  }

  /** Asked every other second while something is being deleted for good. */
  public void refresh() {
    entries = null;
  }

  /** Whether anything on the page may still change by itself. */
  public boolean isBusy() {
    return getEntries().stream().anyMatch(BinEntry::isFinal);
  }

  public void restore(UUID id) {
    String name = name(id.toString());
    restored = problems.told(() -> bin.restore(me.get(), id)) ? name : null;
    moved = null;
    refresh();
  }

  public void deleteForGood(UUID id) {
    problems.told(() -> bin.deleteForGood(me.get(), id));
    moved = null;
    restored = null;
    refresh();
  }

  private String name(String id) {
    return getEntries().stream()
        .filter(entry -> entry.id().toString().equals(id))
        .map(BinEntry::name)
        .findFirst()
        .orElse(null);
  }

  /** Name of what was just moved here; null without. */
  public String getMovedName() {
    return moved == null ? null : name(moved);
  }

  /** Name of what was just restored; null without. */
  public String getRestored() {
    return restored;
  }

  public String getMoved() {
    return moved;
  }

  public void setMoved(String moved) {
    this.moved = moved;
  }
}
