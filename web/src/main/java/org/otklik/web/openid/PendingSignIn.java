package org.otklik.web.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who was sent to the provider and is not back yet; kept in their session, never shown.
 *
 * @param state comes back with the provider's answer: it is for this browser
 * @param nonce comes back in the ID token: it was made for this sign-in
 * @param verifier is asked for when the code is redeemed: it was given to us (PKCE)
 * @param to page that they wanted
 */
public record PendingSignIn(String state, String nonce, String verifier, String to, Instant begun)
    implements Serializable {
  private static final Duration LIFE = Duration.ofMinutes(15);

  /**
   * @param to an address that has been checked to be ours
   */
  public static PendingSignIn begin(String to) {
    return new PendingSignIn(
        new State().getValue(),
        new Nonce().getValue(),
        new CodeVerifier().getValue(),
        to,
        Instant.now());
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(begun.plus(LIFE));
  }

  /** Without its secrets. */
  @Override
  public String toString() {
    return "PendingSignIn[" + begun + "]";
  }
}
