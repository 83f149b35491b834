package org.otklik.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.overview.CreativeListService;
import org.otklik.web.session.CurrentActor;

/** All creatives. */
@Path("/creatives")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Creatives")
public class CreativesResource {
  @Inject private CreativeListService creatives;
  @Inject private CurrentActor me;

  @GET
  @Operation(
      summary = "The creatives you may see, of campaigns that are not archived, with figures.",
      description = "Figures as last summarised, with percentiles among each other.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = CreativeListQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CreativeListView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public CreativeListView creatives(@Context UriInfo uri) {
    CreativeListQuery query = CreativeListQuery.of(uri.getQueryParameters());
    return CreativeListView.of(
        creatives.list(
            me.get(),
            query.filter(),
            query.sort(),
            query.descending(),
            query.page() - 1,
            query.pageSize()));
  }
}
