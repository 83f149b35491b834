package org.otklik.administration;

import java.util.List;

/**
 * What lies on the disks.
 *
 * @param freeBytes of the disk with the media folder; of several, the fullest
 * @param reservedBytes of them, which what arrives from outside must leave free
 * @param isFull whether nothing more is taken
 * @param partialBytes of uploads that have not ended, or broke off
 * @param databaseBytes of the whole database
 */
public record StorageFigures(
    List<Store> stores,
    long freeBytes,
    long reservedBytes,
    boolean isFull,
    long partialBytes,
    long partialFiles,
    long databaseBytes,
    List<CampaignSize> largest) {
  /** Sorts of files. */
  public enum Kind {
    CREATIVES,
    RECORDINGS,
    REPORTS,
    TRAILERS,
    CLIPS,
    IMAGES
  }

  /**
   * @param files counted once, however many share their content
   */
  public record Store(Kind kind, long files, long bytes) {}

  /**
   * @param publicId in addresses
   * @param deleted while it is in the bin
   */
  public record CampaignSize(
      String publicId, String name, long videos, long bytes, boolean deleted) {}
}
