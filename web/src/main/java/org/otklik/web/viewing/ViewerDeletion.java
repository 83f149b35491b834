package org.otklik.web.viewing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.otklik.removal.ViewerContents;
import org.otklik.removal.ViewerDeletionService;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/** The viewer of {@code viewing.xhtml}: what is held of it, to be taken away or deleted. */
@Named
@RequestScoped
public class ViewerDeletion {
  @Inject private ViewingPage page;
  @Inject private ViewerDeletionService deletions;
  @Inject private PageProblems problems;
  @Inject private CurrentActor me;

  private ViewerContents contents;

  public ViewerContents getContents() {
    if (contents == null) {
      contents = deletions.contents(me.get(), campaign(), page.getView().viewerCode());
    }
    return contents;
  }

  /** Where all that is held on the viewer is downloaded. */
  public String getFile() {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath()
        + "/api/v1/campaigns/"
        + campaign()
        + "/viewers/"
        + URLEncoder.encode(page.getView().viewerCode(), StandardCharsets.UTF_8).replace("+", "%20")
        + "/file";
  }

  /** Leads to the campaign that the viewer was of. */
  public void delete() {
    UUID campaign = campaign();
    if (problems.told(() -> deletions.delete(me.get(), campaign, page.getView().viewerCode()))) {
      PageRedirect.to("/campaign.xhtml?id=" + campaign);
    }
  }

  private UUID campaign() {
    return page.getCreative().campaign().publicId();
  }
}
