package org.otklik.analysis.run;

/** A model that produced rows, by name and checksum. */
public record UsedModel(String name, String sha256) {}
