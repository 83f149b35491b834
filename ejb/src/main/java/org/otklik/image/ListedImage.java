package org.otklik.image;

/**
 * A file as it was taken in.
 *
 * @param path name with its folders
 * @param refusal why it is not even to be decoded; null if it is
 */
record ListedImage(String path, UnreadableReason refusal) {}
