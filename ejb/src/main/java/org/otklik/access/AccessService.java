package org.otklik.access;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Users, their passwords and their clients. */
@Stateless
public class AccessService {
  /** Compared against when the login is unknown, so that both answers take equally long. */
  private static String decoyHash;

  @PersistenceContext private EntityManager em;

  /** The user, if the password is theirs. */
  public Optional<Actor> signIn(String login, char[] password) {
    Optional<AppUser> user = byLogin(login);
    String stored = user.map(AppUser::passwordHash).orElseGet(this::decoy);
    return PasswordHash.verify(password, stored)
        ? user.map(AccessService::actor)
        : Optional.empty();
  }

  /** The signed-in user; their rights are read anew for every request. */
  public Optional<Actor> find(String login) {
    return byLogin(login).map(AccessService::actor);
  }

  /** Clients the actor may see, by name. */
  public List<Client> clients(Actor actor) {
    return em.createQuery("select c from Client c order by c.name", Client.class)
        .getResultStream()
        .filter(client -> actor.maySee(client.id()))
        .toList();
  }

  /** The client by its short name, if the actor may see it. */
  public Client client(Actor actor, String code) {
    return em.createQuery("select c from Client c where c.code = :code", Client.class)
        .setParameter("code", code)
        .getResultStream()
        .filter(client -> actor.maySee(client.id()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CLIENT_UNKNOWN, code));
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

  /** Makes the user, or gives an existing one this password. */
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
    user.changePasswordHash(passwordHash);
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
  public void changeEmail(String login, String email) {
    byLogin(login)
        .orElseThrow(() -> new ProblemException(ProblemCode.USER_UNKNOWN, login))
        .changeEmail(email);
  }

  private Optional<AppUser> byLogin(String login) {
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

  private static Actor actor(AppUser user) {
    return new Actor(
        user.id(),
        user.login(),
        user.displayName(),
        user.role(),
        user.locale(),
        user.clients().stream().map(Client::id).collect(Collectors.toUnmodifiableSet()));
  }
}
