package org.otklik.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

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
    writePrivately(properties, file);
    return new DatabasePasswords(properties);
  }

  /** Readable by us alone from the first byte, and whole or not there at all. */
  static void writePrivately(Properties properties, Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Platform.createPrivate(fresh);
    try (OutputStream out = Files.newOutputStream(fresh)) { // a stream escapes what is not Latin-1
      properties.store(out, null);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  String of(DatabaseRole role) {
    String password = byLogin.getProperty(role.login());
    if (password == null) {
      throw new IllegalStateException("No password is kept for " + role.login());
    }
    return password;
  }
}
