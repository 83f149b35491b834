package org.otklik.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Tells one file from another, also after it was moved within its file system.
 *
 * @param key the file system's own, or the path where it has none
 */
record VideoIdentity(Object key, long sizeBytes, FileTime changedAt) {
  static VideoIdentity of(Path video) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(video, BasicFileAttributes.class);
    Object key = attributes.fileKey();
    return new VideoIdentity(
        key == null ? video.toAbsolutePath() : key,
        attributes.size(),
        attributes.lastModifiedTime());
  }
}
