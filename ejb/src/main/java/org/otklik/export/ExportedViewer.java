package org.otklik.export;

import java.util.List;
import java.util.UUID;

/**
 * A viewer whose data an actor may take away.
 *
 * @param id the viewer's key
 */
public record ExportedViewer(long id, List<ExportedRecording> recordings) {
  /**
   * A recording of the viewer.
   *
   * @param id its key
   * @param sha256 of its video; null when that is deleted
   * @param mediaType of its video; null likewise
   */
  public record ExportedRecording(long id, UUID publicId, String sha256, String mediaType) {}
}
