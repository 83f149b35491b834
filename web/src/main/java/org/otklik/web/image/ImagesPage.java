package org.otklik.web.image;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.access.AccessService;
import org.otklik.image.ImageBatch;
import org.otklik.image.ImageCounts;
import org.otklik.image.ImageRow;
import org.otklik.image.ImageService;
import org.otklik.image.UnreadableReason;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.user.ClientView;

/** {@code images.xhtml}: pictures sent, how far they are, and their CSV. */
@Named
@ViewScoped
public class ImagesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_FAILURES = 20;

  @Inject private ImageService images;
  @Inject private AccessService access;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;
  @Inject private Wording wording;

  // Read anew for every request, at most once.
  private transient List<ImageBatchCard> cards;
  private transient List<ClientView> clients;

  /** Asked every other second while something runs. */
  public void refresh() {
    cards = null;
  }

  public void remove(UUID id) {
    problems.told(() -> images.remove(me.get(), id));
    refresh();
  }

  public List<ImageBatchCard> getCards() {
    if (cards == null) {
      List<ImageBatch> batches = images.batches(me.get());
      Map<Long, ImageCounts> counts = images.counts(batches);
      cards = batches.stream().map(batch -> card(batch, counts.get(batch.id()))).toList();
    }
    return cards;
  }

  private ImageBatchCard card(ImageBatch batch, ImageCounts counts) {
    return new ImageBatchCard(
        batch,
        counts,
        counts.unreadable() == 0 ? List.of() : images.unreadable(batch, MAX_FAILURES));
  }

  public List<ClientView> getClients() {
    if (clients == null) {
      clients = access.clients(me.get()).stream().map(ClientView::of).toList();
    }
    return clients;
  }

  /** Why a file cannot be read, in words. */
  public String reason(ImageRow image) {
    return wording.word("unreadable", UnreadableReason.valueOf(image.result().reason()));
  }

  /** Whether anything on the page may still change by itself. */
  public boolean isBusy() {
    return getCards().stream().anyMatch(card -> !card.batch().state().isEnded());
  }
}
