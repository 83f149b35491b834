package org.otklik.overview;

/** How many recordings are how far. */
public record RecordingCounts(int queued, int running, int completed, int failed) {}
