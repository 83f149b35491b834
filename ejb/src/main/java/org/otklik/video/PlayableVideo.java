package org.otklik.video;

/**
 * A video in the media store that browsers play.
 *
 * @param sha256 its key in the store
 * @param mediaType for example {@code video/mp4}
 */
public record PlayableVideo(String sha256, String mediaType, long sizeBytes) {}
