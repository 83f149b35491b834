package org.otklik.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.identity.Client;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A client to be made or renamed. */
@Schema(name = "NewClient")
public record ClientRequest(
    @NotBlank @Pattern(regexp = Client.CODE, message = "a-z 0-9 -") String code,
    @NotBlank
        @Size(max = Client.MAX_NAME_LENGTH)
        @SingleLine
        @Schema(description = "Name as shown.")
        String name) {
  public ClientRequest {
    code = RequestText.stripped(code);
    name = RequestText.stripped(name);
  }
}
