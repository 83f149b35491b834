package org.otklik.trailer.cut;

/** A trailer is about to be deleted, in the same transaction. */
public record TrailerRemoved(Trailer trailer) {}
