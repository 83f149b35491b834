package org.otklik.web.share;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.otklik.share.CreativeLink;
import org.otklik.share.CreativeLinkService;
import org.otklik.share.LinkRequest;
import org.otklik.share.LinkTerm;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.session.CurrentActor;

/** The links to a creative's figures, on its page. */
@Named
@ViewScoped
public class CreativeLinks implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CreativeLinkService links;
  @Inject private SharedAddress addresses;
  @Inject private LinkDays choices;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private int days = 7;
  private String address;

  /** Makes the link; its address is shown once. */
  public void create(UUID creative) {
    address = null;
    problems.told(
        "links.field",
        () ->
            address =
                addresses.of(links.create(me.get(), creative, new LinkRequest(days)).token()));
  }

  public void revoke(UUID creative, UUID link) {
    address = null;
    problems.told("links.field", () -> links.revoke(me.get(), creative, link));
  }

  public List<CreativeLink> of(UUID creative) {
    return links.links(me.get(), creative);
  }

  /** In words of {@code link-state.…}. */
  public Enum<?> state(LinkTerm term) {
    return term.state(Instant.now());
  }

  public List<Integer> getDayChoices() {
    return choices.days();
  }

  /** Of the link just made; null before. */
  public String getAddress() {
    return address;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
