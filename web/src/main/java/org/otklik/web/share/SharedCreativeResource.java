package org.otklik.web.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.result.CurveService;
import org.otklik.analysis.result.GroupCurve;
import org.otklik.analysis.result.ResultService;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestReader;
import org.otklik.share.CreativeLinkService;
import org.otklik.storage.MediaStore;
import org.otklik.video.VideoService;
import org.otklik.web.creative.CreativeResource.CurveQuery;
import org.otklik.web.creative.CurveView;
import org.otklik.web.creative.SegmentSizeView;
import org.otklik.web.video.VideoAnswer;

/** What the page of a shared creative asks for; whoever has the link may. */
@Path("/shared-creatives/{token}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SecurityRequirements
@Tag(name = "Shared creatives")
public class SharedCreativeResource {
  private static final int ONE_HOUR_S = (int) Duration.ofHours(1).toSeconds();

  @Inject private CreativeLinkService links;
  @Inject private LinkGuesses guesses;
  @Inject private CurveService curves;
  @Inject private ResultService results;
  @Inject private VideoService videos;
  @Inject private VideoAnswer answer;
  @Inject private MediaStore store;
  @Inject private HttpServletRequest http;

  @PathParam("token")
  private String token;

  @GET
  @Operation(summary = "What the link shows, from whom it is, and for how long.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SharedCreativeView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public SharedCreativeView creative() {
    return SharedCreativeView.of(guesses.guarded(http.getRemoteAddr(), () -> links.shared(token)));
  }

  @GET
  @Path("/curve")
  @Operation(
      summary = "The curve of all viewers, or of a segment: every line of the chart.",
      description = "By what is analysed so far. Of too few viewers there is none.")
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
    GroupCurve curve = curves.curve(Actor.JOB, id(), query.viewers());
    if (curve.result().score().viewers() < curve.minGroupSize()) {
      throw new ProblemException(
          ProblemCode.GROUP_TOO_SMALL, Integer.toString(curve.minGroupSize()));
    }
    return CurveView.of(curve);
  }

  @GET
  @Path("/segments")
  @Operation(summary = "Which values of attributes its viewers have, to narrow the curve to.")
  public List<SegmentSizeView> segments() {
    return curves.segments(Actor.JOB, id()).stream().map(SegmentSizeView::of).toList();
  }

  @GET
  @Path("/thumbnails/{second}")
  @Produces({"image/jpeg", "application/problem+json"})
  @Operation(summary = "A frame of the creative from the middle of a second.")
  @APIResponse(responseCode = "200", description = "A JPEG.")
  public Response thumbnail(@PathParam("second") int second) throws IOException {
    String sha256 = results.picture(Actor.JOB, id(), second);
    CacheControl cache = new CacheControl();
    cache.setPrivate(true);
    cache.setMaxAge(ONE_HOUR_S);
    return Response.ok(store.read(sha256), "image/jpeg").cacheControl(cache).tag(sha256).build();
  }

  @GET
  @Path("/video")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "The creative as a video that browsers play.",
      description = "Whole, or a part of it by the header Range; never changes.")
  @APIResponse(responseCode = "200", description = "The whole video.")
  @APIResponse(
      responseCode = "206",
      description =
          "The range requested by the header Range, or its beginning: Content-Range says which.")
  @APIResponse(responseCode = "304", description = "The video is the one named by If-None-Match.")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "416", ref = "Problem")
  public Response video(@Context Request request) throws IOException {
    return answer.of(videos.ofCreative(Actor.JOB, id()), request);
  }

  @HEAD
  @Path("/video")
  @Produces(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response head(@Context Request request) throws IOException {
    return video(request);
  }

  private UUID id() {
    return links.shared(token).creative().publicId();
  }
}
