package org.otklik.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A person or program that signs in, and the clients it may see. */
@Entity
public class AppUser {
  public static final int MAX_NAME_LENGTH = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String login;

  private String displayName;

  private String passwordHash;

  private String ssoIssuer;

  private String ssoSubject;

  private String ssoEmail;

  @Enumerated(EnumType.STRING)
  private Role role;

  private String locale = "en";
  private String timeZone;
  private String email;

  private Instant createdAt = Instant.now();

  @Column(name = "has_one_time_password")
  private boolean mustChangePassword;

  private int sessionGeneration;

  private Instant deactivatedAt;

  private Instant lastSignInAt;

  @ManyToMany
  @JoinTable(
      name = "client_member",
      joinColumns = @JoinColumn(name = "app_user_id"),
      inverseJoinColumns = @JoinColumn(name = "client_id"))
  private Set<Client> clients = new HashSet<>();

  protected AppUser() {}

  /**
   * @param passwordHash null for a user who signs in by the provider
   */
  public AppUser(String login, String displayName, String passwordHash, Role role, Locale locale) {
    this.login = login.toLowerCase(Locale.ROOT);
    this.displayName = displayName;
    this.passwordHash = passwordHash;
    this.role = role;
    this.locale = locale.getLanguage().equals("ru") ? "ru" : "en";
  }

  public void join(Client client) {
    clients.add(client);
  }

  /** What administrators say of a user. */
  public void change(String newName, Role newRole, Locale newLocale, Set<Client> newClients) {
    this.displayName = newName;
    this.role = newRole;
    this.locale = newLocale.getLanguage().equals("ru") ? "ru" : "en";
    clients.retainAll(newClients);
    clients.addAll(newClients);
  }

  /**
   * What users say of themselves.
   *
   * @param newZone null for the browser's
   */
  public void prefer(Locale newLocale, ZoneId newZone) {
    this.locale = newLocale.getLanguage().equals("ru") ? "ru" : "en";
    this.timeZone = newZone == null ? null : newZone.getId();
  }

  /** The same password, hashed with today's effort. */
  public void rehash(String newHash) {
    this.passwordHash = newHash;
  }

  /**
   * A password that only the user knows; whoever came in with the old one, or by the provider, is
   * out.
   */
  public void changePasswordHash(String newHash) {
    this.passwordHash = newHash;
    this.ssoIssuer = null;
    this.ssoSubject = null;
    this.ssoEmail = null;
    this.mustChangePassword = false;
    endSessions();
  }

  /** A password that somebody else knows too: the user's first act is to change it. */
  public void giveOneTimePassword(String hash) {
    changePasswordHash(hash);
    this.mustChangePassword = true;
  }

  /** No password any more: the user is whoever comes first from the provider with this mail. */
  public void awaitProvider(String email) {
    changePasswordHash(null);
    this.ssoEmail = ssoEmail(email);
  }

  /** From now on the provider says when this user comes. */
  public void link(String issuer, String subject) {
    this.ssoIssuer = issuer;
    this.ssoSubject = subject;
    this.ssoEmail = null;
  }

  /** As it is stored and compared: people write theirs in either case. */
  public static String ssoEmail(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  public void endSessions() {
    sessionGeneration++;
  }

  public void deactivate(Instant at) {
    this.deactivatedAt = at;
    endSessions();
  }

  public void reactivate() {
    this.deactivatedAt = null;
  }

  public void signedIn(Instant at) {
    this.lastSignInAt = at;
  }

  /**
   * @param newEmail null for none
   */
  public void changeEmail(String newEmail) {
    this.email = newEmail;
  }

  public Long id() {
    return id;
  }

  public String login() {
    return login;
  }

  public String displayName() {
    return displayName;
  }

  /** Null for a user who signs in by the provider. */
  public String passwordHash() {
    return passwordHash;
  }

  public SignInMethod wayIn() {
    if (passwordHash != null) {
      return SignInMethod.PASSWORD;
    }
    return ssoSubject == null ? SignInMethod.PROVIDER_AWAITED : SignInMethod.PROVIDER;
  }

  /** The mail that the provider is waited for with; null once it has come. */
  public String ssoEmail() {
    return ssoEmail;
  }

  public Role role() {
    return role;
  }

  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  /** In which times are told; null for the browser's. */
  public ZoneId timeZone() {
    return timeZone == null ? null : ZoneId.of(timeZone);
  }

  /** Where failures of the user's schedules are told; null for nowhere. */
  public String email() {
    return email;
  }

  public Set<Client> clients() {
    return clients;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean isActive() {
    return deactivatedAt == null;
  }

  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  public int sessionGeneration() {
    return sessionGeneration;
  }

  /** Null before the first. */
  public Instant lastSignInAt() {
    return lastSignInAt;
  }
}
