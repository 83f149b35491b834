package org.otklik.storage;

/** Fired in the transaction that keeps an uploaded film, also one that was kept before. */
public record VideoKept(String sha256, MediaFacts facts) {}
