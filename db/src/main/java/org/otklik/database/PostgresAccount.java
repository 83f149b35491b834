package org.otklik.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;

/**
 * The account PostgreSQL's programs run under: they refuse to run for root, so for root we step
 * into a user namespace of our own where we are nobody, or, where those are forbidden, become
 * nobody.
 */
enum PostgresAccount {
  SELF(List.of()),
  USER_NAMESPACE(List.of("unshare", "-U")),
  NOBODY(
      List.of(
          "setpriv",
          "--reuid=" + PostgresAccount.NOBODY_ID,
          "--regid=" + PostgresAccount.NOBODY_ID,
          "--clear-groups"));

  /** Forces one of these constants, for tests. */
  static final String PROPERTY = "otklik.postgres.account";

  private static final int NOBODY_ID = 65534;

  private final List<String> prefix;

  PostgresAccount(List<String> prefix) {
    this.prefix = prefix;
  }

  static PostgresAccount choose() throws IOException, InterruptedException {
    String forced = System.getProperty(PROPERTY);
    if (forced != null) {
      return valueOf(forced);
    }
    if (!Platform.isRoot()) {
      return SELF;
    }
    for (PostgresAccount account : List.of(USER_NAMESPACE, NOBODY)) {
      if (Platform.succeeds(account.command("true"))) {
        return account;
      }
    }
    throw new LaunchException(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
            + " start Otklik as another user.");
  }

  /** The command as this account. */
  List<String> command(String... words) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(words));
    return command;
  }

  /** Whether this account can reach into the folder. */
  boolean reaches(Path folder) throws InterruptedException {
    return this != NOBODY || Platform.succeeds(command("test", "-x", folder.toString()));
  }

  /** Hands a file or folder of ours over to this account. */
  void own(Path path) throws IOException {
    if (this == NOBODY) {
      Files.setAttribute(path, "unix:gid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
