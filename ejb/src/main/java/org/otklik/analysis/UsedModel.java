package org.otklik.analysis;

/** A model that produced rows, by name and checksum. */
public record UsedModel(String name, String sha256) {}
