package org.otklik.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A creative to be made of the video that comes with it. */
public record CreativeRequest(
    @NotBlank @Size(max = Campaign.MAX_NAME_LENGTH) @SingleLine String name) {
  public CreativeRequest {
    name = RequestText.stripped(name);
  }
}
