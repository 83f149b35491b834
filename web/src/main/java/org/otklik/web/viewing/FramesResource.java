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
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.frame.ViewingFrameService;
import org.otklik.request.RequestReader;
import org.otklik.web.session.CurrentActor;

/** The frames of one recording, for whoever shows them beside the video. */
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
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = FramesQuery.class))
  public FramesView frames(@PathParam("id") UUID id, @Context UriInfo uri) {
    FramesQuery query = RequestReader.query(FramesQuery.class, uri.getQueryParameters());
    return FramesView.of(frames.frames(me.get(), id, query.fromMs()));
  }

  /** From where on frames are asked for. */
  @Schema(name = "FramesQuery")
  public record FramesQuery(
      @Schema(description = "Time of the first frame wanted, in milliseconds.", defaultValue = "0")
          Integer fromMs) {
    public FramesQuery {
      fromMs = fromMs == null ? 0 : fromMs;
    }
  }
}
