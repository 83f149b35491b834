package org.otklik.web.viewing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.RecordingStartService;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.recording.StartRequest;
import org.otklik.sound.SoundLevels;
import org.otklik.storage.MediaStore;
import org.otklik.storage.SoundLevelReader;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.web.session.CurrentActor;

/** When the creative begins in a recording: moved by ear and eye, and back. */
@Path("/recordings/{id}/start")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Recordings")
public class StartResource {
  @Inject private RecordingStartService starts;
  @Inject private MediaStore store;
  @Inject private SoundLevelReader reader;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @PUT
  @Operation(
      summary = "Moves the creative's start in the recording.",
      description =
          "Stalls and drift of its clock stay. The figures are recalculated; where the voice is"
              + " analysed, the recording is analysed again, because the creative's own sound is"
              + " taken out of it: poll the recording until it is settled.")
  @APIResponse(responseCode = "204", description = "It is moved.")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public void move(StartRequest request) {
    starts.move(me.get(), id, request);
  }

  @DELETE
  @Operation(summary = "Moves the creative's start back to where it was before anybody moved it.")
  @APIResponse(responseCode = "204", description = "It is where it was found, given or assumed.")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public void restore() {
    starts.restore(me.get(), id);
  }

  @GET
  @Path("/sound")
  @Operation(
      summary =
          "How loud recording and creative are over time, in their first 20 minutes; not for"
              + " read-only users.")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public StartSoundView sound() throws IOException {
    Recording recording = starts.recording(me.get(), id);
    recording.requireVideo();
    return StartSoundView.of(
        levels(recording.mediaSha256()), levels(recording.creative().mediaSha256()));
  }

  private SoundLevels levels(String sha256) throws IOException {
    try (StoredFile video = store.open(sha256)) {
      return reader.levels(video.path());
    } catch (UnusableMediaException e) {
      throw new ProblemException(e.reason().code());
    }
  }
}
