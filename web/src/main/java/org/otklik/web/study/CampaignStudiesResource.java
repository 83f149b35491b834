package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.identity.Actor;
import org.otklik.study.Study;
import org.otklik.study.StudyRequest;
import org.otklik.study.StudyService;
import org.otklik.web.session.CurrentActor;

/** The studies of a campaign. */
@Path("/campaigns/{id}/studies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Studies")
public class CampaignStudiesResource {
  @Inject private StudyService studies;
  @Inject private StudyViews views;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID campaignId;

  @GET
  @Operation(summary = "The campaign's studies, newest first.")
  public List<StudyView> studies() {
    Actor actor = me.get();
    return studies.studies(actor, campaignId).stream()
        .map(study -> views.of(actor, study))
        .toList();
  }

  @POST
  @Operation(
      summary = "Creates a study: a link by which viewers agree, watch and are recorded.",
      description = "Each recording is analysed like an uploaded one.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StudyView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response create(StudyRequest request, @Context UriInfo uri) {
    Actor actor = me.get();
    Study study = studies.create(actor, campaignId, request);
    return Response.created(
            uri.getBaseUriBuilder().path(StudyResource.class).build(study.publicId()))
        .entity(views.of(actor, study))
        .build();
  }
}
