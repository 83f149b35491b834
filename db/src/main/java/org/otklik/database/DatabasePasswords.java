package org.otklik.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.otklik.platform.Platform;

/** One random password a role, made once and kept in a file that only its owner can read. */
final class DatabasePasswords {
  private static final int PASSWORD_BYTES = 24;

  private final Properties byLogin;

  private DatabasePasswords(Properties byLogin) {
    this.byLogin = byLogin;
  }

  static DatabasePasswords loadOrCreate(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        properties.load(in);
      }
      return new DatabasePasswords(properties);
    }
    SecureRandom random = new SecureRandom();
    for (DatabaseRole role : DatabaseRole.values()) {
      byte[] bytes = new byte[PASSWORD_BYTES];
      random.nextBytes(bytes);
      properties.setProperty(
          role.login(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    Platform.writePrivately(file, properties);
    return new DatabasePasswords(properties);
  }

  Map<DatabaseRole, String> all() {
    Map<DatabaseRole, String> all = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      all.put(role, of(role));
    }
    return all;
  }

  String of(DatabaseRole role) {
    String password = byLogin.getProperty(role.login());
    if (password == null) {
      throw new IllegalStateException("No password is kept for " + role.login());
    }
    return password;
  }
}
