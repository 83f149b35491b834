package org.otklik.access.password;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another password of one's own; both are taken as they are, spaces included. */
@Schema(name = "NewPassword")
public record PasswordRequest(
    @NotNull @Schema(description = "The current one.") String old,
    @NotNull @Schema(minLength = PasswordRules.MIN_LENGTH, maxLength = PasswordRules.MAX_LENGTH)
        String password) {
  @Override
  public String toString() {
    return "PasswordRequest[]"; // never the passwords
  }
}
