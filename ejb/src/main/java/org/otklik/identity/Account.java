package org.otklik.identity;

/**
 * A user at the door.
 *
 * @param generation sessions that began with another number are over
 * @param wayIn by a password, or by the provider
 * @param mustChangePassword true while nothing but the change of the password is open to them
 */
public record Account(
    Actor actor, int generation, SignInMethod wayIn, boolean mustChangePassword) {}
