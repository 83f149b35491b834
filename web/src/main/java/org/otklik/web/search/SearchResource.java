package org.otklik.web.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.request.RequestReader;
import org.otklik.search.SearchRequest;
import org.otklik.search.SearchService;
import org.otklik.web.session.CurrentActor;

/** The search over everything. */
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Search")
public class SearchResource {
  @Inject private SearchService search;
  @Inject private CurrentActor me;

  @GET
  @Operation(
      summary =
          "Campaigns, creatives, recordings by their viewers' codes, studies, schedules and reports.",
      description = "Of what you may see; recordings not for readers.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = SearchRequest.class))
  @APIResponse(responseCode = "200", description = "By kind; kinds without a hit are missing.")
  @APIResponse(responseCode = "400", ref = "Problem")
  public List<SearchResultView> search(@Context UriInfo uri) {
    SearchRequest request = RequestReader.query(SearchRequest.class, uri.getQueryParameters());
    return search.search(me.get(), request).stream().map(SearchResultView::of).toList();
  }
}
