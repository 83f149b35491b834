package org.otklik.image;

/**
 * One image of a batch.
 *
 * @param path name with its folders, as it was sent
 * @param result null until it was looked at
 */
public record ImageRow(int ordinal, String path, ImageResult result) {}
