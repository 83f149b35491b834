package org.otklik.recording;

/** Fired in the transaction that adds a recording. */
public record RecordingAdded(Recording recording) {}
