package org.otklik.web.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.settings.SingleSignOnSettings;
import org.otklik.web.openid.OpenIdException.Reason;

/**
 * Where the provider has what, by its discovery document, and the keys that it signs with. Asked
 * for when somebody signs in, never at the start: a portal must come up while the provider is down.
 */
@ApplicationScoped
class ProviderDirectory {
  /** To connect, and to wait for an answer. */
  static final int PATIENCE_MS = 5_000;

  private static final Duration LIFE = Duration.ofHours(1);
  private static final int MAX_BYTES = 1 << 20;

  /** Signatures that only the provider can make: HMACs could be made with our own secret. */
  private static final Set<JWSAlgorithm> SAFE =
      Stream.of(JWSAlgorithm.Family.RSA, JWSAlgorithm.Family.EC)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

  @Inject private SingleSignOnSettings settings;

  private volatile Known known;

  /**
   * @throws OpenIdException UNREACHABLE
   */
  OIDCProviderMetadata metadata() throws OpenIdException {
    return known().metadata();
  }

  /** Checks signature, issuer, audience, times and nonce. */
  IDTokenValidator validator() throws OpenIdException {
    return known().validator();
  }

  private Known known() throws OpenIdException {
    Known found = known;
    if (found == null || !Instant.now().isBefore(found.until())) {
      found = ask();
      known = found;
    }
    return found;
  }

  private Known ask() throws OpenIdException {
    Issuer issuer = new Issuer(settings.issuer());
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuer, PATIENCE_MS, PATIENCE_MS);
      IDTokenValidator validator =
          new IDTokenValidator(
              issuer,
              new ClientID(settings.clientId()),
              new JWSVerificationKeySelector<>(algorithms(metadata), keys(metadata)),
              null);
      return new Known(metadata, validator, Instant.now().plus(LIFE));
    } catch (GeneralException | IOException e) {
      throw new OpenIdException(Reason.UNREACHABLE, e);
    }
  }

  private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
    List<JWSAlgorithm> said = metadata.getIDTokenJWSAlgs();
    Set<JWSAlgorithm> algorithms =
        (said == null ? Stream.<JWSAlgorithm>empty() : said.stream())
            .filter(SAFE::contains)
            .collect(Collectors.toSet());
    return algorithms.isEmpty() ? Set.of(JWSAlgorithm.RS256) : algorithms;
  }

  /** Kept for some minutes; asked for again, though not too often, when a key is not among them. */
  private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata)
      throws MalformedURLException {
    return JWKSourceBuilder.create(
            metadata.getJWKSetURI().toURL(),
            new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, MAX_BYTES))
        .refreshAheadCache(false) // would start threads that the server knows nothing of
        .build();
  }
}
