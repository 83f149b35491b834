package org.otklik.access;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.mail.MailAddress;
import org.otklik.request.RequestText;

/** Where a user is written to. */
@Schema(name = "Email")
public record EmailRequest(
    @Size(max = MailAddress.MAX_LENGTH)
        @Pattern(regexp = MailAddress.PATTERN, message = MailAddress.EXAMPLE)
        @Schema(description = "Null for nowhere.")
        String email) {
  public EmailRequest {
    email = RequestText.stripped(email);
  }
}
