package org.otklik.web.creative;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.SummaryService;
import org.otklik.analysis.comparison.NormService;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.result.CurveService;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.voice.VoiceService;
import org.otklik.campaign.BinService;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.NameRequest;
import org.otklik.curve.EmotionPeak;
import org.otklik.emotion.Emotion;
import org.otklik.request.RequestReader;
import org.otklik.storage.MediaStore;
import org.otklik.web.session.CurrentActor;

/** A creative and its results; its recordings and reports have resources of their own. */
@Path("/creatives/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Creatives")
public class CreativeResource {
  private static final int ONE_DAY_S = (int) Duration.ofDays(1).toSeconds();

  @Inject private CampaignService campaigns;
  @Inject private BinService bin;
  @Inject private ResultService results;
  @Inject private CurveService curves;
  @Inject private SummaryService summaries;
  @Inject private VoiceService voices;
  @Inject private NormService norms;
  @Inject private CreativeViews views;
  @Inject private MediaStore store;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "The creative with its state and figures.")
  public CreativeView creative() {
    return views.of(campaigns.creative(me.get(), id));
  }

  @DELETE
  @Operation(
      summary = "Moves the creative to the bin, with its recordings.",
      description =
          "It is hidden at once: from lists, figures of the campaign, bi, schedules and links."
              + " It can be restored for 30 days, then it is deleted for good.")
  @APIResponse(responseCode = "204", description = "It is in the bin.")
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void delete() {
    bin.deleteCreative(me.get(), id);
  }

  @PUT
  @Path("/name")
  @Operation(
      summary = "Renames the creative.",
      description = "Reports that are made already keep the name they were made with.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CreativeView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public CreativeView rename(NameRequest request) {
    return views.of(campaigns.renameCreative(me.get(), id, request));
  }

  @POST
  @Path("/summary")
  @Operation(
      summary = "Calculates the creative's figures once more from what is stored.",
      description = "Such as after that failed (summaryState FAILED). Ask it until it is settled.")
  @APIResponse(
      responseCode = "202",
      description = "The calculation is queued.",
      content = @Content(schema = @Schema(implementation = CreativeView.class)))
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response recalculate() {
    summaries.requestAgain(me.get(), id);
    return Response.accepted(views.of(campaigns.creative(me.get(), id))).build();
  }

  @GET
  @Path("/seconds")
  @Operation(summary = "The emotion curve: every second over the included viewings.")
  public List<SecondView> seconds() {
    return results.curve(me.get(), id).stream().map(SecondView::of).toList();
  }

  @GET
  @Path("/curve")
  @Operation(
      summary = "The curve of all viewers, or of a segment: every line of the chart.",
      description =
          "By what is analysed so far. A segment of too few viewers to be shown is refused.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = CurveQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CurveView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public CurveView curve(@Context UriInfo uri) {
    CurveQuery query = RequestReader.query(CurveQuery.class, uri.getQueryParameters());
    return CurveView.of(curves.curve(me.get(), id, query.viewers()));
  }

  @GET
  @Path("/voice")
  @Operation(
      summary = "How the viewers' voices sound in each second, where the campaign asks for it.",
      description =
          "Of all viewers, or of a segment. Nobody where no voice is analysed. A segment of which"
              + " too few viewers are heard to be shown is refused.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = CurveQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CreativeVoiceView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public CreativeVoiceView voice(@Context UriInfo uri) {
    CurveQuery query = RequestReader.query(CurveQuery.class, uri.getQueryParameters());
    return CreativeVoiceView.of(
        voices.creative(me.get(), id, query.viewers()),
        campaigns.creative(me.get(), id).durationSeconds());
  }

  @GET
  @Path("/segments")
  @Operation(
      summary = "Which values of attributes its viewers have, to narrow the curve to.",
      description = "Without those of too few viewers to be shown.")
  public List<SegmentSizeView> segments() {
    return curves.segments(me.get(), id).stream().map(SegmentSizeView::of).toList();
  }

  @GET
  @Path("/timelines")
  @Operation(summary = "What each included viewer showed in which second, in the order of upload.")
  public List<TimelineView> timelines() {
    return results.timelines(me.get(), id).stream().map(TimelineView::of).toList();
  }

  @GET
  @Path("/moments")
  @Operation(summary = "The moments at which a curve rises above its median, by start.")
  public List<MomentView> moments() {
    return results.moments(me.get(), id).stream().map(MomentView::of).toList();
  }

  @GET
  @Path("/emotions")
  @Operation(summary = "For each of the seven emotions the seconds at which it rises most.")
  public List<EmotionView> emotions() {
    Map<Emotion, List<EmotionPeak>> peaks = results.peaks(me.get(), id);
    return Arrays.stream(Emotion.values()).map(emotion -> EmotionView.of(emotion, peaks)).toList();
  }

  @GET
  @Path("/norms")
  @Operation(summary = "Percentiles of its figures among comparable creatives.")
  public NormsView norms() {
    return NormsView.of(norms.norms(me.get(), id));
  }

  @GET
  @Path("/thumbnails/{second}")
  @Produces({"image/jpeg", "application/problem+json"})
  @Operation(
      summary = "A frame of the creative from the middle of a second.",
      description = "Available once the creative is summarised for the first time; never changes.")
  @APIResponse(responseCode = "200", description = "A JPEG.")
  public Response picture(@PathParam("second") int second) throws IOException {
    String sha256 = results.picture(me.get(), id, second);
    CacheControl cache = new CacheControl();
    cache.setPrivate(true);
    cache.setMaxAge(ONE_DAY_S);
    return Response.ok(store.read(sha256), "image/jpeg").cacheControl(cache).tag(sha256).build();
  }

  /** Whose curve is asked for. */
  @Schema(name = "CurveQuery")
  public record CurveQuery(
      @Schema(
              type = SchemaType.ARRAY,
              implementation = String.class,
              description =
                  "An attribute and its value, age:25-34; any number of times. Of an attribute that"
                      + " comes again, one of its values is enough.")
          Map<String, List<String>> segment,
      @Schema(description = "Everybody who is not in the segment instead.") Boolean rest) {

    public ViewerSegment viewers() {
      return new ViewerSegment(segment, Boolean.TRUE.equals(rest));
    }
  }
}
