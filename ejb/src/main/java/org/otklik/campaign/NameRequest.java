package org.otklik.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** The name that something is to have from now on. */
@Schema(name = "Name")
public record NameRequest(@NotBlank @Size(max = Campaign.MAX_NAME_LENGTH) @SingleLine String name) {
  public NameRequest {
    name = RequestText.stripped(name);
  }
}
