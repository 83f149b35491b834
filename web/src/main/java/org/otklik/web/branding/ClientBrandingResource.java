package org.otklik.web.branding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.AccessService;
import org.otklik.branding.BrandingImage;
import org.otklik.branding.BrandingImages;
import org.otklik.branding.BrandingRequest;
import org.otklik.branding.BrandingService;
import org.otklik.branding.ClientBranding;
import org.otklik.branding.preview.BrandingPreview;
import org.otklik.identity.Actor;
import org.otklik.web.session.CurrentActor;

/** How the reports of a client look, and which chapters they have. */
@Path("/clients/{code}/branding")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Clients and users")
public class ClientBrandingResource {
  private static final String PNG = "image/png";
  private static final String JPEG = "image/jpeg";

  @Inject private BrandingService brandings;
  @Inject private BrandingImages pictures;
  @Inject private BrandingPreview preview;
  @Inject private AccessService access;
  @Inject private CurrentActor me;

  @PathParam("code")
  private String code;

  @GET
  @Operation(
      summary = "The look and the chapters of the client's reports.",
      description = "The standard ones where none were set.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ClientBrandingView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public ClientBrandingView branding() {
    return ClientBrandingView.of(brandings.branding(me.get(), code));
  }

  @PUT
  @Operation(
      summary = "Sets the look and the chapters of the client's reports; not for readers.",
      description =
          "Logo and cover have addresses of their own. Finished reports stay as they are.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ClientBrandingView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public ClientBrandingView change(BrandingRequest request) {
    return ClientBrandingView.of(brandings.change(me.get(), code, request));
  }

  @DELETE
  @Operation(summary = "Back to the standard look with all chapters; not for readers.")
  @APIResponse(responseCode = "204", description = "Reports have the standard look.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void reset() {
    brandings.reset(me.get(), code);
  }

  @POST
  @Path("/preview")
  @Produces({PNG, "application/problem+json"})
  @Operation(
      summary = "Cover and curve of a sample report with a look that is not saved.",
      description = "With the logo and the image that are saved.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response preview(BrandingRequest request) {
    Actor actor = me.get();
    actor.requireUpload();
    ClientBranding wanted = brandings.checked(request, brandings.branding(actor, code).branding());
    String client = access.client(actor, code).name();
    return Response.ok(preview.png(wanted.branding(), client, actor.locale()), PNG).build();
  }

  @GET
  @Path("/logo")
  @Produces({PNG, "application/problem+json"})
  @Operation(summary = "The client's logo.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response logo() {
    return Response.ok(brandings.picture(me.get(), code, BrandingImage.LOGO), PNG).build();
  }

  @PUT
  @Path("/logo")
  @Operation(
      summary = "Sets the client's logo; not for readers.",
      description =
          "PNG, JPEG, WebP, GIF, BMP or TIFF of at most 5 MiB as the content. It is written anew;"
              + " SVG is refused, and what is not seen on white.")
  @RequestBody(
      content =
          @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "204", description = "It is on reports from now on.")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public void setLogo(InputStream content) throws IOException {
    set(BrandingImage.LOGO, content);
  }

  @DELETE
  @Path("/logo")
  @Operation(summary = "Removes the client's logo; not for readers.")
  @APIResponse(responseCode = "204", description = "There is none.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void removeLogo() {
    brandings.setPicture(me.get(), code, BrandingImage.LOGO, null);
  }

  @GET
  @Path("/cover")
  @Produces({JPEG, "application/problem+json"})
  @Operation(summary = "The client's image for covers.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response cover() {
    return Response.ok(brandings.picture(me.get(), code, BrandingImage.COVER), JPEG).build();
  }

  @PUT
  @Path("/cover")
  @Operation(
      summary = "Sets the client's image for covers; not for readers.",
      description = "As the logo, of at most 20 MiB. It stands in place of the creative's frame.")
  @RequestBody(
      content =
          @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "204", description = "It is on covers from now on.")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public void setCover(InputStream content) throws IOException {
    set(BrandingImage.COVER, content);
  }

  @DELETE
  @Path("/cover")
  @Operation(summary = "Removes the client's image for covers; not for readers.")
  @APIResponse(responseCode = "204", description = "Covers show a frame of the creative.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void removeCover() {
    brandings.setPicture(me.get(), code, BrandingImage.COVER, null);
  }

  private void set(BrandingImage kind, InputStream content) throws IOException {
    Actor actor = me.get();
    actor.requireUpload();
    access.client(actor, code); // before a child process is started for it
    brandings.setPicture(actor, code, kind, pictures.of(kind, content));
  }
}
