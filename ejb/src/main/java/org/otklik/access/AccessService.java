package org.otklik.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.access.password.PasswordHash;
import org.otklik.access.password.PasswordRules;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Account;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.identity.Client;
import org.otklik.identity.Role;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.text.PlainText;

/** Users, their passwords and their clients. */
@Stateless
public class AccessService {
  /**
   * Compared against when the login is unknown or has no password, so that both answers take
   * equally long.
   */
  private static String decoyHash;

  @PersistenceContext private EntityManager em;
  @Inject private AuditService audit;

  /**
   * The user, if the password is theirs and they are not shut out; either way it goes to the audit
   * log.
   */
  public Optional<Account> signIn(String login, char[] password) {
    Optional<AppUser> user = byLogin(login);
    Optional<String> hash = user.map(AppUser::passwordHash); // who comes by the provider has none
    String stored = hash.orElseGet(this::decoy);
    boolean right = PasswordHash.verify(password, stored) && hash.isPresent();
    if (!right || !user.get().isActive()) {
      audit.signInRefused(user.orElse(null), right ? "deactivated" : null);
      return Optional.empty();
    }
    if (PasswordHash.isOutdated(stored)) {
      user.get().rehash(PasswordHash.of(password));
    }
    user.get().signedIn(Instant.now());
    audit.done(actor(user.get()), AuditKind.SIGN_IN, AuditSubject.user(user.get()));
    return user.map(AccessService::account);
  }

  /** Whether there is a user of that login, be they shut out or not; nobody outside is told. */
  public boolean hasLogin(String login) {
    return byLogin(login).isPresent();
  }

  /** The user who may sign in; their rights are read anew for every request. */
  public Optional<Account> account(String login) {
    return byLogin(login).filter(AppUser::isActive).map(AccessService::account);
  }

  /** On whose behalf something is done while they are away; empty for who is shut out. */
  public Optional<Actor> find(String login) {
    return account(login).map(Account::actor);
  }

  /** As {@link #find}, by key. */
  public Optional<Actor> actor(long userId) {
    return Optional.ofNullable(em.find(AppUser.class, userId))
        .filter(AppUser::isActive)
        .map(AccessService::actor);
  }

  /**
   * Changes the actor's own password. All of their sessions end, this one too.
   *
   * @throws ProblemException PASSWORD_ELSEWHERE, PASSWORD_WRONG, or what is wrong with the new one
   */
  public Account changePassword(Actor actor, char[] old, char[] password) {
    AppUser user = em.find(AppUser.class, actor.userId(), LockModeType.PESSIMISTIC_WRITE);
    if (user.passwordHash() == null) {
      throw new ProblemException(ProblemCode.PASSWORD_ELSEWHERE);
    }
    if (!PasswordHash.verify(old, user.passwordHash())) {
      throw new ProblemException(ProblemCode.PASSWORD_WRONG);
    }
    PasswordRules.check(user.login(), password);
    if (PasswordHash.verify(password, user.passwordHash())) {
      throw new ProblemException(ProblemCode.PASSWORD_SAME);
    }
    user.changePasswordHash(PasswordHash.of(password));
    audit.done(actor, AuditKind.PASSWORD_CHANGED, AuditSubject.user(user));
    return account(user);
  }

  /** Clients the actor may see, by name. */
  public List<Client> clients(Actor actor) {
    return em.createQuery("select c from Client c order by c.name", Client.class)
        .getResultStream()
        .filter(client -> actor.maySee(client.id()) && !client.isDeleted())
        .toList();
  }

  /** The client by its short name, if the actor may see it. */
  public Client client(Actor actor, String code) {
    return em.createQuery("select c from Client c where c.code = :code", Client.class)
        .setParameter("code", code)
        .getResultStream()
        .filter(client -> actor.maySee(client.id()) && !client.isDeleted())
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CLIENT_UNKNOWN, code));
  }

  /**
   * Renames the client, or makes it; for administrators.
   *
   * @throws ProblemException DELETION_FINAL while one of that code is being deleted
   */
  public Client saveClient(Actor actor, ClientRequest request) {
    actor.requireAdministrator();
    String code = RequestValidator.valid(request).code();
    String name = request.name();
    Optional<Client> there =
        clients(actor).stream().filter(client -> client.code().equals(code)).findFirst();
    Client client = there.orElseGet(() -> provideClient(code, name));
    if (client.isDeleted()) {
      throw new ProblemException(ProblemCode.DELETION_FINAL);
    }
    client.rename(name);
    audit.done(
        actor,
        there.isPresent() ? AuditKind.CLIENT_CHANGED : AuditKind.CLIENT_MADE,
        AuditSubject.client(client));
    return client;
  }

  /** Makes the client if there is none of that code. */
  public Client provideClient(String code, String name) {
    return em.createQuery("select c from Client c where c.code = :code", Client.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst()
        .orElseGet(
            () -> {
              Client client = new Client(code, name);
              em.persist(client);
              return client;
            });
  }

  /** Makes the user, or gives an existing one this password; the rules of passwords do not hold. */
  public void provideUser(
      String login, String name, char[] password, Role role, Locale locale, String... clientCodes) {
    String passwordHash = PasswordHash.of(password);
    AppUser user =
        byLogin(login)
            .orElseGet(
                () -> {
                  AppUser added = new AppUser(login, name, passwordHash, role, locale);
                  em.persist(added);
                  return added;
                });
    if (user.passwordHash() == null || !PasswordHash.verify(password, user.passwordHash())) {
      user.changePasswordHash(passwordHash);
    }
    for (String code : clientCodes) {
      user.join(provideClient(code, code));
    }
  }

  /**
   * Changes where the user is written to.
   *
   * @param email null for nowhere
   * @throws ProblemException when there is no such user
   */
  public void changeEmail(Actor actor, String login, String email) {
    AppUser user =
        byLogin(login).orElseThrow(() -> new ProblemException(ProblemCode.USER_UNKNOWN, login));
    user.changeEmail(email);
    audit.done(actor, AuditKind.USER_CHANGED, AuditSubject.user(user), "e-mail");
  }

  /** In which language and time zone the user is spoken to. */
  public void prefer(Actor actor, PreferencesRequest request) {
    RequestValidator.valid(request);
    em.find(AppUser.class, actor.userId())
        .prefer(
            Locale.forLanguageTag(request.locale()),
            request.timeZone() == null ? null : ZoneId.of(request.timeZone()));
  }

  private Optional<AppUser> byLogin(String login) {
    if (!PlainText.isPlain(login)) { // the database takes no NUL
      return Optional.empty();
    }
    return em.createQuery(
            "select distinct u from AppUser u left join fetch u.clients where u.login = :login",
            AppUser.class)
        .setParameter("login", login.toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  private String decoy() {
    synchronized (AccessService.class) {
      if (decoyHash == null) {
        decoyHash = PasswordHash.of("no such user".toCharArray());
      }
      return decoyHash;
    }
  }

  public static Account account(AppUser user) {
    return new Account(
        actor(user), user.sessionGeneration(), user.wayIn(), user.mustChangePassword());
  }

  public static Actor actor(AppUser user) {
    return new Actor(
        user.id(),
        user.login(),
        user.displayName(),
        user.role(),
        user.locale(),
        user.timeZone(),
        user.clients().stream().map(Client::id).collect(Collectors.toUnmodifiableSet()));
  }
}
