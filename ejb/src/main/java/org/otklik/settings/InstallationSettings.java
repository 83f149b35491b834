package org.otklik.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What an installation's program ({@code bin/otklik}) reads before it starts the server; they stand
 * here so that they are described with the others.
 */
public record InstallationSettings(
    @ConfigProperty(name = "otklik.http.address", defaultValue = "127.0.0.1") String httpAddress,
    @ConfigProperty(name = "otklik.http.port", defaultValue = "8080") @Min(1) @Max(65_535)
        int httpPort,
    @ConfigProperty(name = "otklik.https.key-store") String keyStore,
    @ConfigProperty(name = "otklik.https.key-store-password")
        @Secret
        @NeededWith("otklik.https.key-store")
        String keyStorePassword,
    @ConfigProperty(name = "otklik.https.port", defaultValue = "8443") @Min(1) @Max(65_535)
        int httpsPort,
    @ConfigProperty(name = "otklik.server.memory-mib", defaultValue = "1024") @Min(512) @Max(65_536)
        int memoryMib) {

  /** Without the password. */
  @Override
  public String toString() {
    return "InstallationSettings[" + httpAddress + ":" + httpPort + "]";
  }
}
