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
   * @param mediaType of its video
   */
  public record ExportedRecording(long id, UUID publicId, String sha256, String mediaType) {}
}
