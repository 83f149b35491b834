package org.otklik.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a campaign is to be archived. */
@Schema(name = "Archived")
public record ArchiveRequest(@Schema(defaultValue = "true") Boolean archived) {
  public ArchiveRequest {
    archived = !Boolean.FALSE.equals(archived);
  }
}
