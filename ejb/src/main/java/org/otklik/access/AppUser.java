package org.otklik.access;

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
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A person or program that signs in, and the clients it may see. */
@Entity
@Table(name = "app_user")
public class AppUser {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String login;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private String passwordHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  private String locale = "en";
  private String email;

  @Column(name = "created_at")
  private Instant createdAt = Instant.now();

  @ManyToMany
  @JoinTable(
      name = "client_member",
      joinColumns = @JoinColumn(name = "app_user_id"),
      inverseJoinColumns = @JoinColumn(name = "client_id"))
  private Set<Client> clients = new HashSet<>();

  protected AppUser() {}

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

  public void changePasswordHash(String newHash) {
    this.passwordHash = newHash;
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

  public String passwordHash() {
    return passwordHash;
  }

  public Role role() {
    return role;
  }

  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  /** Where failures of the user's schedules are told; null for nowhere. */
  public String email() {
    return email;
  }

  public Set<Client> clients() {
    return clients;
  }
}
