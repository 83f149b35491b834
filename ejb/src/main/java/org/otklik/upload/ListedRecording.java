package org.otklik.upload;

import org.otklik.recording.RecordingRequest;

/**
 * A line of a list of recordings.
 *
 * @param line in the list, from 1
 * @param file name of the video
 * @param said without a start where the list has none: then what holds for all videos does
 */
public record ListedRecording(long line, String file, RecordingRequest said) {}
