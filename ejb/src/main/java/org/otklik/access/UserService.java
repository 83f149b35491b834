package org.otklik.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.otklik.access.password.OneTimePassword;
import org.otklik.access.password.PasswordHash;
import org.otklik.access.password.PasswordRules;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.identity.Client;
import org.otklik.identity.Role;
import org.otklik.identity.SignInMethod;
import org.otklik.mail.MailAddress;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.settings.SingleSignOnSettings;

/**
 * What administrators do with users. Nobody shuts themselves out, and one administrator always
 * stays; each act is written to the audit log.
 */
@Stateless
public class UserService {
  @PersistenceContext private EntityManager em;
  @Inject private AuditService audit;
  @Inject private SingleSignOnSettings singleSignOn;

  /** Everybody, by login. */
  public List<UserAccount> users(Actor actor) {
    actor.requireAdministrator();
    return em.createQuery(
            "select distinct u from AppUser u left join fetch u.clients order by u.login",
            AppUser.class)
        .getResultStream()
        .map(UserAccount::of)
        .toList();
  }

  /**
   * @throws ProblemException USER_UNKNOWN
   */
  public UserAccount user(Actor actor, String login) {
    actor.requireAdministrator();
    return UserAccount.of(byLogin(login));
  }

  /**
   * Makes a user: with a password that administrators have chosen for a program, or agreed on; or
   * without one, as whoever comes first from the provider with the verified mail; or else with a
   * password for the first sign-in.
   *
   * @return the password for the first sign-in, which is stored nowhere else; null for the others
   * @throws ProblemException USER_EXISTS, CLIENT_UNKNOWN, what is wrong with the password, or as
   *     {@link #awaitProvider}
   */
  public String add(Actor actor, NewUserRequest request) {
    actor.requireAdministrator();
    RequestValidator.valid(request);
    if (request.providerEmail() != null) {
      if (request.password() != null) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID,
            "providerEmail",
            Fields.shortened(request.providerEmail()),
            "password");
      }
      made(actor, request, null, free(request.providerEmail()));
      return null;
    }
    if (request.password() != null) {
      PasswordRules.check(request.login(), request.password().toCharArray());
      made(actor, request, PasswordHash.of(request.password().toCharArray()), null);
      return null;
    }
    String password = OneTimePassword.random();
    String hash = PasswordHash.of(password.toCharArray());
    made(actor, request, hash, null).giveOneTimePassword(hash);
    return password;
  }

  private AppUser made(
      Actor actor, NewUserRequest request, String passwordHash, String awaitedEmail) {
    UserRequest profile = request.user();
    // Two at once: the second waits here, and then finds the first.
    em.createNativeQuery("select count(*) from pg_advisory_xact_lock(hashtext(:login))")
        .setParameter("login", "user " + request.login())
        .getSingleResult();
    if (!found(request.login()).isEmpty()) {
      throw new ProblemException(ProblemCode.USER_EXISTS, request.login());
    }
    AppUser user =
        new AppUser(
            request.login(),
            profile.name(request.login()),
            passwordHash,
            profile.role(),
            profile.language());
    user.changeEmail(profile.email());
    if (awaitedEmail != null) {
      user.awaitProvider(awaitedEmail);
    }
    clients(profile.clients()).forEach(user::join);
    em.persist(user);
    audit.done(actor, AuditKind.USER_MADE, AuditSubject.user(user), described(user));
    return user;
  }

  /** Changes everything but the login and the password. */
  public UserAccount change(Actor actor, String login, UserRequest profile) {
    actor.requireAdministrator();
    RequestValidator.valid(profile);
    List<AppUser> administrators = lockAdministrators();
    AppUser user = byLogin(login);
    if (user.role() == Role.ADMINISTRATOR && profile.role() != Role.ADMINISTRATOR) {
      refuseOneselfAndTheLast(actor, user, administrators);
    }
    String before = described(user);
    user.change(
        profile.name(login), profile.role(), profile.language(), clients(profile.clients()));
    user.changeEmail(profile.email());
    audit.done(
        actor, AuditKind.USER_CHANGED, AuditSubject.user(user), before + " → " + described(user));
    return UserAccount.of(user);
  }

  /** Gives a password for one sign-in, which is stored nowhere else, and ends all sessions. */
  public String resetPassword(Actor actor, String login) {
    actor.requireAdministrator();
    AppUser user = byLogin(login);
    if (user.id() == actor.userId()) {
      throw new ProblemException(ProblemCode.USER_ONESELF);
    }
    String password = OneTimePassword.random();
    user.giveOneTimePassword(PasswordHash.of(password.toCharArray()));
    audit.done(actor, AuditKind.PASSWORD_RESET, AuditSubject.user(user));
    return password;
  }

  /**
   * Takes a user's password away, and ends all sessions: they are whoever comes first from the
   * provider with this mail. A new password undoes it.
   *
   * @throws ProblemException SINGLE_SIGN_ON_OFF, PROVIDER_EMAIL_TAKEN, USER_ONESELF or
   *     USER_LAST_ADMINISTRATOR: somebody must get in when the provider does not answer
   */
  public UserAccount awaitProvider(Actor actor, String login, String providerEmail) {
    actor.requireAdministrator();
    List<AppUser> administrators = lockAdministrators();
    AppUser user = byLogin(login);
    refuseOneselfAndTheLast(actor, user, administrators);
    user.awaitProvider(free(providerEmail));
    audit.done(
        actor,
        AuditKind.USER_CHANGED,
        AuditSubject.user(user),
        "single sign-on: " + user.ssoEmail());
    return UserAccount.of(user);
  }

  /** The mail, as it is stored, if nobody else is waited for with it. */
  private String free(String providerEmail) {
    if (!singleSignOn.isSetUp()) {
      throw new ProblemException(ProblemCode.SINGLE_SIGN_ON_OFF);
    }
    String email = AppUser.ssoEmail(MailAddress.of("providerEmail", providerEmail));
    if (!em.createQuery("select u.id from AppUser u where u.ssoEmail = :email", Long.class)
        .setParameter("email", email)
        .getResultList()
        .isEmpty()) {
      throw new ProblemException(ProblemCode.PROVIDER_EMAIL_TAKEN, email);
    }
    return email;
  }

  /** Shuts a user out, at once; what they made stays, and they can be let in again. */
  public void deactivate(Actor actor, String login) {
    actor.requireAdministrator();
    List<AppUser> administrators = lockAdministrators();
    AppUser user = byLogin(login);
    refuseOneselfAndTheLast(actor, user, administrators);
    if (user.isActive()) {
      user.deactivate(Instant.now());
      audit.done(actor, AuditKind.USER_DEACTIVATED, AuditSubject.user(user));
    }
  }

  public void reactivate(Actor actor, String login) {
    actor.requireAdministrator();
    AppUser user = byLogin(login);
    if (!user.isActive()) {
      user.reactivate();
      audit.done(actor, AuditKind.USER_REACTIVATED, AuditSubject.user(user));
    }
  }

  /** Whoever is signed in as this user has to sign in again. */
  public void endSessions(Actor actor, String login) {
    actor.requireAdministrator();
    AppUser user = byLogin(login);
    user.endSessions();
    audit.done(actor, AuditKind.SESSIONS_ENDED, AuditSubject.user(user));
  }

  /** Two administrators who shut out each other at once come one after the other. */
  private List<AppUser> lockAdministrators() {
    return em.createQuery(
            "select u from AppUser u where u.role = :role order by u.id", AppUser.class)
        .setParameter("role", Role.ADMINISTRATOR)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private static void refuseOneselfAndTheLast(
      Actor actor, AppUser user, List<AppUser> administrators) {
    if (user.id() == actor.userId()) {
      throw new ProblemException(ProblemCode.USER_ONESELF);
    }
    if (administrators.stream()
        .noneMatch(
            other -> other != user && other.isActive() && other.wayIn() == SignInMethod.PASSWORD)) {
      throw new ProblemException(ProblemCode.USER_LAST_ADMINISTRATOR);
    }
  }

  private Set<Client> clients(List<String> codes) {
    if (codes.isEmpty()) {
      return Set.of();
    }
    for (String code : codes) {
      if (!code.matches(Client.CODE)) {
        throw unknownClient(code); // the database takes not every character
      }
    }
    List<Client> found =
        em.createQuery("select c from Client c where c.code in :codes", Client.class)
            .setParameter("codes", codes)
            .getResultList();
    Set<String> missing = new TreeSet<>(codes);
    found.forEach(client -> missing.remove(client.code()));
    if (!missing.isEmpty()) {
      throw unknownClient(missing.iterator().next());
    }
    return Set.copyOf(found);
  }

  private static ProblemException unknownClient(String code) {
    return new ProblemException(ProblemCode.CLIENT_UNKNOWN, Fields.shortened(code));
  }

  private AppUser byLogin(String login) {
    return found(login).stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.USER_UNKNOWN, login));
  }

  private List<AppUser> found(String login) {
    return em.createQuery("select u from AppUser u where u.login = :login", AppUser.class)
        .setParameter("login", login)
        .getResultList();
  }

  public static String described(AppUser user) {
    return user.role()
        + user.clients().stream()
            .map(Client::code)
            .sorted()
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
