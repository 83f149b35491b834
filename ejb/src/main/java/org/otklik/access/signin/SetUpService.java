package org.otklik.access.signin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.otklik.access.AccessService;
import org.otklik.access.NewUserRequest;
import org.otklik.access.UserRequest;
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
import org.otklik.outage.DatabaseWatch;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.settings.SetUpSettings;

/**
 * The first administrator of a server without users. That the right person makes it is shown by a
 * code, that of the settings; without one, a new code is written to the server's log.
 */
@Singleton
@Startup
@DependsOn("FirstUser")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // the database's lock is the one that counts
public class SetUpService {
  private static final System.Logger LOG = System.getLogger(SetUpService.class.getName());

  @PersistenceContext private EntityManager em;
  @Inject private AuditService audit;
  @Inject private SetUpSettings settings;
  @Inject private DatabaseWatch database;

  private String code;
  private volatile boolean isDone;

  @PostConstruct
  void begin() {
    if (!database.isAway() && isNeeded()) {
      code = settings.code() == null ? printedCode() : settings.code();
    }
  }

  /** Whether there is no user yet; asks the database only until there is one. */
  public boolean isNeeded() {
    if (!isDone) {
      isDone = em.createQuery("select count(u) from AppUser u", Long.class).getSingleResult() > 0;
    }
    return !isDone;
  }

  public boolean isCode(String given) {
    return code != null
        && given != null
        && MessageDigest.isEqual(bytes(code), bytes(given.strip()));
  }

  /**
   * Makes the administrator, and their first client where one is named. Of two at once, the second
   * is told that it is done.
   *
   * @param clientName null or blank for none
   * @throws ProblemException SETUP_DONE, SETUP_CODE_WRONG, or what is wrong with the rest
   */
  public Actor makeAdministrator(String givenCode, NewUserRequest request, String clientName) {
    em.createNativeQuery("select count(*) from pg_advisory_xact_lock(hashtext('set-up'))")
        .getSingleResult();
    if (!isNeeded()) {
      throw new ProblemException(ProblemCode.SETUP_DONE);
    }
    if (!isCode(givenCode)) {
      throw new ProblemException(ProblemCode.SETUP_CODE_WRONG);
    }
    UserRequest profile = RequestValidator.valid(request).user();
    char[] password = request.password().toCharArray();
    PasswordRules.check(request.login(), password);
    AppUser user =
        new AppUser(
            request.login(),
            profile.name(request.login()),
            PasswordHash.of(password),
            Role.ADMINISTRATOR,
            profile.language());
    if (clientName != null && !clientName.isBlank()) {
      Client client = Client.named(clientName);
      em.persist(client);
      user.join(client);
    }
    em.persist(user);
    em.flush();
    Actor actor = AccessService.actor(user);
    audit.done(actor, AuditKind.SET_UP, AuditSubject.user(user));
    return actor;
  }

  private static String printedCode() {
    String printed = OneTimePassword.random();
    LOG.log(
        System.Logger.Level.INFO,
        "This server has no user yet. Open the portal and set it up with this code: {0}",
        printed);
    return printed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
