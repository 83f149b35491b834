package org.otklik.web.openid;

import org.otklik.access.signin.ProvenIdentity;

/**
 * What the provider has proven.
 *
 * @param idToken the proof itself, which the provider wants back at the sign-out
 */
public record ProvenSignIn(ProvenIdentity identity, String idToken) {
  /** Without the token. */
  @Override
  public String toString() {
    return "ProvenSignIn[" + identity.subject() + "]";
  }
}
