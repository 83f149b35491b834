package org.otklik.access.signin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.access.AccessService;
import org.otklik.access.UserService;
import org.otklik.access.signin.SingleSignOnAnswer.Refusal;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.AppUser;
import org.otklik.identity.Client;
import org.otklik.identity.Role;
import org.otklik.settings.SingleSignOnSettings;
import org.otklik.settings.SingleSignOnSettings.ClaimMapping;

/**
 * Lets in whom the OpenID provider has proven. A user is found by issuer and subject, or, the first
 * time, by the verified mail that an administrator waits for; nobody becomes an existing user by a
 * login or a mail alone. Where a claim gives roles, who is not found is made, and role and clients
 * are renewed each time.
 */
@Stateless
public class SingleSignOnService {
  private static final String HOW = "single sign-on";

  @PersistenceContext private EntityManager em;
  @Inject private AuditService audit;
  @Inject private SingleSignOnSettings settings;

  /** Whichever the answer is, it goes to the audit log. */
  public SingleSignOnAnswer signIn(ProvenIdentity who) {
    lock(HOW); // two at once: the second finds the user that the first has made
    Optional<AppUser> user = known(who).or(() -> awaited(who));
    Optional<Role> role = role(who);
    if (user.isPresent() && !user.get().isActive()) {
      return refused(user, Refusal.DEACTIVATED);
    }
    if (settings.roles() != null && role.isEmpty()) {
      user.ifPresent(AppUser::endSessions); // the provider has taken the right away
      return refused(user, Refusal.NO_ROLE);
    }
    if (user.isEmpty() && role.isEmpty()) {
      return refused(user, Refusal.UNKNOWN);
    }
    AppUser known =
        user.isPresent() ? renewed(user.get(), role, who) : made(role.orElseThrow(), who);
    known.signedIn(Instant.now());
    audit.done(AccessService.actor(known), AuditKind.SIGN_IN, AuditSubject.user(known), HOW);
    return SingleSignOnAnswer.of(AccessService.account(known));
  }

  private SingleSignOnAnswer refused(Optional<AppUser> user, Refusal refusal) {
    audit.signInRefused(user.orElse(null), HOW + ": " + refusal);
    return SingleSignOnAnswer.of(refusal);
  }

  private Optional<AppUser> known(ProvenIdentity who) {
    return em.createQuery(
            "select u from AppUser u where u.ssoIssuer = :issuer and u.ssoSubject = :subject",
            AppUser.class)
        .setParameter("issuer", who.issuer())
        .setParameter("subject", who.subject())
        .getResultStream()
        .findFirst();
  }

  private Optional<AppUser> awaited(ProvenIdentity who) {
    return Optional.ofNullable(who.verifiedEmail()).map(AppUser::ssoEmail).stream()
        .flatMap(
            email ->
                em.createQuery("select u from AppUser u where u.ssoEmail = :email", AppUser.class)
                    .setParameter("email", email)
                    .getResultStream())
        .findFirst();
  }

  /** The highest of those that the claim's values mean; empty also where no claim gives roles. */
  private Optional<Role> role(ProvenIdentity who) {
    return settings.roles() == null
        ? Optional.empty()
        : meanings(settings.roles(), who.roleValues()).map(Role::valueOf).sorted().findFirst();
  }

  private static Stream<String> meanings(ClaimMapping mapping, Collection<String> values) {
    return mapping.meanings().isEmpty()
        ? values.stream()
        : values.stream().filter(mapping.meanings()::containsKey).map(mapping.meanings()::get);
  }

  private AppUser renewed(AppUser user, Optional<Role> role, ProvenIdentity who) {
    user.link(who.issuer(), who.subject());
    String before = UserService.described(user);
    user.change(user.displayName(), role.orElse(user.role()), user.locale(), clients(user, who));
    String after = UserService.described(user);
    if (!after.equals(before)) {
      audit(user, AuditKind.USER_CHANGED, before + " → " + after);
    }
    return user;
  }

  private AppUser made(Role role, ProvenIdentity who) {
    String login = NewUser.logins(who).filter(this::isFree).findFirst().orElseThrow();
    AppUser user = new AppUser(login, NewUser.name(who, login), null, role, who.locale());
    user.link(who.issuer(), who.subject());
    user.changeEmail(who.verifiedEmail());
    clients(user, who).forEach(user::join);
    em.persist(user);
    audit(user, AuditKind.USER_MADE, UserService.described(user));
    return user;
  }

  private void audit(AppUser user, AuditKind kind, String detail) {
    audit.done(AccessService.actor(user), kind, AuditSubject.user(user), HOW + ": " + detail);
  }

  /** Of values that mean no client of ours nothing is made: the provider knows more than we do. */
  private Set<Client> clients(AppUser user, ProvenIdentity who) {
    if (settings.clients() == null) {
      return new HashSet<>(user.clients());
    }
    List<String> codes =
        meanings(settings.clients(), who.clientValues())
            .filter(code -> code.matches(Client.CODE))
            .toList();
    return codes.isEmpty()
        ? Set.of()
        : em.createQuery("select c from Client c where c.code in :codes", Client.class)
            .setParameter("codes", codes)
            .getResultStream()
            .collect(Collectors.toSet());
  }

  /** An administrator who makes a user of that login now waits until this one is there. */
  private boolean isFree(String login) {
    lock("user " + login);
    return em.createQuery("select u.id from AppUser u where u.login = :login", Long.class)
        .setParameter("login", login)
        .getResultList()
        .isEmpty();
  }

  private void lock(String name) {
    em.createNativeQuery("select count(*) from pg_advisory_xact_lock(hashtext(:name))")
        .setParameter("name", name)
        .getSingleResult();
  }
}
