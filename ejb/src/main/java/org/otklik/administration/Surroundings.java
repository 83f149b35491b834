package org.otklik.administration;

/**
 * What this node knows by itself of what it stands on, also while the database is away.
 *
 * @param databaseAnswers whether it did just now
 * @param isReadOnly whether the database takes no changes
 * @param freeBytes of the disk with the media folder; of several, the fullest
 * @param reservedBytes of them, which what arrives from outside must leave free
 * @param isDiskFull whether nothing more is taken
 * @param isDiskNearlyFull whether little more is
 * @param isStoreAway whether the object store does not answer; false without one
 * @param childFailures how often decoders broke off within an hour
 */
public record Surroundings(
    boolean databaseAnswers,
    boolean isReadOnly,
    long freeBytes,
    long reservedBytes,
    boolean isDiskFull,
    boolean isDiskNearlyFull,
    boolean isStoreAway,
    long childFailures) {}
