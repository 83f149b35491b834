package org.otklik.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.otklik.problem.Fields;

/** A brand: it owns campaigns. */
@Entity
public class Client {
  public static final int MAX_NAME_LENGTH = 200;
  public static final String CODE = "[a-z0-9][a-z0-9-]{0,62}";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String code;
  private String name;

  private Instant createdAt = Instant.now();

  private Instant removeAt;

  private boolean remakesReports;

  protected Client() {}

  public Client(String code, String name) {
    this.code = code;
    this.name = name;
  }

  /** A client whose code is made of the name's Latin letters and digits. */
  public static Client named(String name) {
    String checked = Fields.text("client", name, MAX_NAME_LENGTH);
    String plain = Normalizer.normalize(checked, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String code = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
    String trimmed =
        code.replaceAll("^-+", "").replaceAll("^(.{0,63}).*$", "$1").replaceAll("-+$", "");
    return new Client(trimmed.isEmpty() ? "client" : trimmed, checked);
  }

  /** From now on it is to be deleted for good, with all that it owns. */
  public void delete(Instant now) {
    removeAt = removeAt == null ? now : removeAt;
  }

  /** Whether reports that list a viewer who is deleted are created again without the viewer. */
  public boolean remakesReports() {
    return remakesReports;
  }

  public void remakeReports(boolean remakes) {
    remakesReports = remakes;
  }

  public boolean isDeleted() {
    return removeAt != null;
  }

  public void rename(String newName) {
    this.name = newName;
  }

  public Long id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }
}
