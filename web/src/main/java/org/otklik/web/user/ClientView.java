package org.otklik.web.user;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.identity.Client;

/** A client (brand). */
@Schema(name = "Client", description = "A client (brand): the owner of campaigns.")
public record ClientView(
    @Schema(description = "Short name: a-z, 0-9 and -, at most 63 characters.", examples = "demo")
        String code,
    @Schema(description = "Name as shown.") String name) {

  public static ClientView of(Client client) {
    return new ClientView(client.code(), client.name());
  }
}
