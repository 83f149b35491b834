package org.otklik.web.creative;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.CurveService;
import org.otklik.analysis.NormService;
import org.otklik.analysis.ResultService;
import org.otklik.campaign.CampaignService;
import org.otklik.emotion.Emotion;
import org.otklik.storage.MediaStore;
import org.otklik.timeline.EmotionPeak;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.QueryFields;

/** A creative and its results; its recordings and reports have resources of their own. */
@Path("/creatives/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Creatives")
public class CreativeResource {
  private static final int ONE_DAY_S = (int) Duration.ofDays(1).toSeconds();

  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private CurveService curves;
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
      name = "segment",
      in = ParameterIn.QUERY,
      description = "An attribute and its value, age:25-34; any number of times.",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CurveView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public CurveView curve(@Context UriInfo uri) {
    QueryFields fields = new QueryFields(uri.getQueryParameters(), "segment");
    return CurveView.of(curves.curve(me.get(), id, fields.pairs("segment")));
  }

  @GET
  @Path("/moments")
  @Operation(summary = "The moments at which a curve rises above its median, strongest first.")
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
  @Path("/pictures/{second}")
  @Produces({"image/jpeg", "application/problem+json"})
  @Operation(
      summary = "The creative's frame in the middle of a second.",
      description = "Available once the creative is summarised for the first time; never changes.")
  @APIResponse(responseCode = "200", description = "A JPEG.")
  public Response picture(@PathParam("second") int second) throws IOException {
    String sha256 = results.picture(me.get(), id, second);
    CacheControl cache = new CacheControl();
    cache.setPrivate(true);
    cache.setMaxAge(ONE_DAY_S);
    return Response.ok(store.open(sha256).toFile(), "image/jpeg")
        .cacheControl(cache)
        .tag(sha256)
        .build();
  }
}
