package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.administration.StorageFigures;
import org.otklik.administration.StorageService;
import org.otklik.web.session.CurrentActor;

/** What lies on the disks; for administrators. */
@Path("/storage")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Administration")
public class StorageResource {
  @Inject private StorageService storage;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "Disk use, in bytes; administrators only.")
  public StorageFigures figures() {
    return storage.figures(me.get());
  }
}
