package org.otklik.analysis.viewing;

import java.util.UUID;

/** The viewing beside another one in the order of upload: where it is, and whose. */
public record ViewingNeighbour(UUID recordingId, String viewerCode) {}
