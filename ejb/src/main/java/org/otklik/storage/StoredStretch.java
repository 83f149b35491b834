package org.otklik.storage;

/**
 * A stretch of some content, for players.
 *
 * @param file in which it lies
 * @param offset of its first byte in the file
 * @param length in bytes; at least 1, and less than was asked for where the content lies elsewhere
 */
public record StoredStretch(StoredFile file, long offset, long length) {}
