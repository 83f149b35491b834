package org.otklik.web.showing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.otklik.showing.Showing;
import org.otklik.showing.ShowingRooms;
import org.otklik.showing.ShowingService;
import org.otklik.web.session.CurrentActor;

/** One live showing. */
@Path("/showings/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Live showings")
public class ShowingResource {
  @Inject private ShowingService showings;
  @Inject private ShowingRooms rooms;
  @Inject private ShowingLink links;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  private ShowingView view(Showing showing) {
    return ShowingView.of(showing, links.of(showing));
  }

  @GET
  @Operation(summary = "A live showing.")
  public ShowingView showing() {
    return view(showings.showing(me.get(), id));
  }

  @GET
  @Path("/participants")
  @Operation(summary = "Who has joined and has not withdrawn, in the order in which they came.")
  public List<ShowingParticipantView> participants() {
    return showings.participants(me.get(), id).stream().map(ShowingParticipantView::of).toList();
  }

  @POST
  @Path("/end")
  @Operation(summary = "Ends the showing; what was observed is analysed.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ShowingView.class)))
  public ShowingView end() {
    return view(rooms.end(me.get(), id));
  }

  @POST
  @Path("/discard")
  @Operation(summary = "Ends the showing and deletes what was observed for good.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ShowingView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public ShowingView discard() {
    return view(rooms.discard(me.get(), id));
  }
}
