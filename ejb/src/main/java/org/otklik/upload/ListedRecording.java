package org.otklik.upload;

import org.otklik.recording.RecordingRequest;

/**
 * A line of a list of recordings.
 *
 * @param line in the list, from 1
 * @param file name of the video
 * @param hasStart whether the list says where the ad begins; else what holds for all videos does
 */
public record ListedRecording(long line, String file, RecordingRequest said, boolean hasStart) {}
