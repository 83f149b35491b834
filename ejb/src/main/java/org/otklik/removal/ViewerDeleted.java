package org.otklik.removal;

/**
 * A viewer is to be deleted for good: who else knows of it lets go of it, in the same transaction.
 *
 * @param viewerId its key
 */
public record ViewerDeleted(long viewerId) {}
