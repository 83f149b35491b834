package org.otklik.identity;

/** How a user signs in. */
public enum SignInMethod {
  PASSWORD,
  /** By the OpenID provider, from the first time that it sends the mail waited for. */
  PROVIDER_AWAITED,
  PROVIDER
}
