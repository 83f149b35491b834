package org.otklik.access;

import java.time.Instant;
import org.otklik.identity.AppUser;
import org.otklik.identity.SignInMethod;
import org.otklik.identity.UserProfile;

/**
 * A user as administrators see them.
 *
 * @param isWaiting true while the one-time password has not been changed
 * @param providerEmail mail that the provider is waited for with; null unless it is
 * @param lastSignInAt null before the first
 */
public record UserAccount(
    UserProfile profile,
    boolean isActive,
    boolean isWaiting,
    SignInMethod wayIn,
    String providerEmail,
    Instant createdAt,
    Instant lastSignInAt) {
  static UserAccount of(AppUser user) {
    return new UserAccount(
        UserProfile.of(user),
        user.isActive(),
        user.mustChangePassword(),
        user.wayIn(),
        user.ssoEmail(),
        user.createdAt(),
        user.lastSignInAt());
  }
}
