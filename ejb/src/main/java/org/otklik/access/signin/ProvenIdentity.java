package org.otklik.access.signin;

import java.util.Locale;
import java.util.Set;

/**
 * Somebody as an OpenID provider has proven them to be.
 *
 * @param subject the provider's own name of them, which never goes to another
 * @param preferredLogin null if the provider says none; others may have the same
 * @param name null if the provider says none
 * @param verifiedEmail null if there is none, or if the provider has not verified it
 * @param roleValues of the claim that gives the role
 * @param clientValues of the claim that gives the clients
 */
public record ProvenIdentity(
    String issuer,
    String subject,
    String preferredLogin,
    String name,
    String verifiedEmail,
    Locale locale,
    Set<String> roleValues,
    Set<String> clientValues) {}
