package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import org.otklik.study.participation.ConsentRecordService;
import org.otklik.web.session.CurrentActor;

/** One study. */
@Path("/studies/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Studies")
public class StudyResource {
  @Inject private StudyService studies;
  @Inject private ConsentRecordService consents;
  @Inject private StudyViews views;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  private StudyView view(Study study) {
    return views.of(me.get(), study);
  }

  @GET
  @Operation(summary = "A study, with how far its viewers came.")
  public StudyView study() {
    return view(studies.study(me.get(), id));
  }

  @PUT
  @Operation(
      summary = "Replaces what the study shows and asks.",
      description = "Another text of the consent is a new version; its link stays the same.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StudyView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public StudyView change(StudyRequest request) {
    return view(studies.change(me.get(), id, request));
  }

  @POST
  @Path("/close")
  @Operation(summary = "Lets nobody in any more; who is on the way may finish.")
  public StudyView close() {
    return view(studies.close(me.get(), id));
  }

  @POST
  @Path("/reopen")
  @Operation(summary = "Lets viewers in again.")
  public StudyView reopen() {
    return view(studies.reopen(me.get(), id));
  }

  @GET
  @Path("/consents")
  @Operation(summary = "Who agreed to which text, when and in which language; newest first.")
  public List<ConsentRecordView> consents() {
    Actor actor = me.get();
    return consents.consents(actor, id).stream().map(ConsentRecordView::of).toList();
  }
}
