package org.otklik.web.viewing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.ViewingFrameService;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.QueryFields;

/** The frames of one recording, for whoever shows them beside the film. */
@Path("/recordings/{id}/frames")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Recordings")
public class FramesResource {
  @Inject private ViewingFrameService frames;
  @Inject private CurrentActor me;

  @GET
  @Operation(
      summary = "The frames of the latest completed analysis; not for read-only users.",
      description =
          "At most 6000 frames, ten minutes at ten a second; continue with fromMs = "
              + "nextMs. Empty until analysed.")
  @Parameter(
      name = "fromMs",
      in = ParameterIn.QUERY,
      description = "Time of the first frame wanted, in milliseconds.",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
  public FramesView frames(@PathParam("id") UUID id, @Context UriInfo uri) {
    int fromMs = new QueryFields(uri.getQueryParameters(), "fromMs").wholeNumber("fromMs", 0);
    return FramesView.of(frames.frames(me.get(), id, fromMs));
  }
}
