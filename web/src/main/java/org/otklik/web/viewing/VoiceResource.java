package org.otklik.web.viewing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.voice.VoiceService;
import org.otklik.web.session.CurrentActor;

/** The voice of one recording's viewer, for whoever shows it beside the video. */
@Path("/recordings/{id}/voice")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Recordings")
public class VoiceResource {
  @Inject private VoiceService voices;
  @Inject private CurrentActor me;

  @GET
  @Operation(
      summary = "What the latest completed analysis heard of the viewer; not for read-only users.",
      description = "The finding is null where the campaign did not have voices analysed.")
  public VoiceView voice(@PathParam("id") UUID id) {
    return voices.voice(me.get(), id).map(VoiceView::of).orElse(VoiceView.NONE);
  }
}
