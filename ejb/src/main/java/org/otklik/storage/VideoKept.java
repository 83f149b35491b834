package org.otklik.storage;

/** Fired in the transaction that keeps an uploaded video, also one that was kept before. */
public record VideoKept(String sha256, MediaFacts facts) {}
