package org.otklik.settings;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How the server reaches the database. The server's own configuration reads these; they stand here
 * so that they are described with the others.
 */
public record DatabaseSettings(
    @ConfigProperty(name = "otklik.db.url") @NotNull String url,
    @ConfigProperty(name = "otklik.db.batch-url") @NotNull String batchUrl,
    @ConfigProperty(name = "otklik.db.user") @NotNull String user,
    @ConfigProperty(name = "otklik.db.password") @NotNull @Secret String password,
    @ConfigProperty(name = "otklik.db.owner-password") @Secret String ownerPassword) {

  /** Without the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + user + " at " + url + "]";
  }
}
