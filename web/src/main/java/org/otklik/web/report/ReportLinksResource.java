package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.report.link.NewReportLink;
import org.otklik.report.link.ReportLinkService;
import org.otklik.share.LinkRequest;
import org.otklik.web.portal.PortalAddress;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.share.LinkView;

/** The links by which one report can be fetched without a sign-in. */
@Path("/reports/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Reports")
public class ReportLinksResource {
  @Inject private ReportLinkService links;
  @Inject private PortalAddress address;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID reportId;

  @POST
  @Operation(
      summary = "Creates a link that opens this report, and nothing else, without a sign-in.",
      description = "Its address is in this response only.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response create(LinkRequest request) {
    NewReportLink made = links.create(me.get(), reportId, request);
    return Response.status(Response.Status.CREATED)
        .entity(
            LinkView.of(
                made.link().publicId(), made.link().term(), address.of("/shared/" + made.token())))
        .build();
  }

  @GET
  @Operation(summary = "All links to the report, newest first, without their addresses.")
  public List<LinkView> links() {
    return links.ofReport(me.get(), reportId).stream()
        .map(link -> LinkView.of(link.publicId(), link.term(), null))
        .toList();
  }

  @DELETE
  @Path("/{link}")
  @Operation(summary = "Revokes a link.")
  @APIResponse(responseCode = "204", description = "It is revoked.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void revoke(@PathParam("link") UUID link) {
    links.revoke(me.get(), reportId, link);
  }
}
