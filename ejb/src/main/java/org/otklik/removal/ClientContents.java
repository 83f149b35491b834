package org.otklik.removal;

/**
 * What would be deleted with a client.
 *
 * @param campaigns in the bin, too
 * @param imageBatches sets of images
 */
public record ClientContents(int campaigns, int recordings, int imageBatches) {}
