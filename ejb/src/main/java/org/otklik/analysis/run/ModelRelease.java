package org.otklik.analysis.run;

/** Which models produced the rows of a run. */
public record ModelRelease(
    String detectorName, String detectorSha256, String classifierName, String classifierSha256) {}
