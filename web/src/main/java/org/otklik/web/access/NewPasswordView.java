package org.otklik.web.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.access.PasswordRules;

/** What is sent to change one's own password; read by {@link MeResource} field by field. */
@Schema(name = "NewPassword")
public record NewPasswordView(
    @Schema(required = true, description = "The current one.") String old,
    @Schema(
            required = true,
            minLength = PasswordRules.LEAST_LENGTH,
            maxLength = PasswordRules.MOST_LENGTH)
        String password) {
  @Override
  public String toString() {
    return "NewPasswordView[]"; // never the passwords
  }
}
