package org.otklik.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;

/**
 * Finds a folder that PostgreSQL's account can reach: the wished one, else one beneath /var/tmp
 * whose name is made from the wished one's path, so that the next start finds it again.
 */
final class PostgresPlace {
  /** Forces the folder beneath /var/tmp, for tests. */
  static final String OUTSIDE_PROPERTY = "otklik.postgres.outside";

  private static final int HASH_LETTERS = 16;

  private PostgresPlace() {}

  static Path reachable(Path wished, PostgresAccount account)
      throws IOException, InterruptedException {
    Files.createDirectories(wished);
    if (!Boolean.getBoolean(OUTSIDE_PROPERTY) && account.reaches(wished)) {
      return wished;
    }
    String name = FileTrees.hash(List.of(), wished.toAbsolutePath().normalize().toString());
    Path outside = Path.of("/var/tmp", "otklik-" + name.substring(0, HASH_LETTERS));
    if (!Files.exists(outside, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(outside);
    }
    refuseForeign(outside, wished);
    Platform.permit(outside, "rwxr-xr-x");
    return outside;
  }

  /** /var/tmp is everybody's: a folder of that name that we did not make is a trap. */
  private static void refuseForeign(Path outside, Path wished) throws IOException {
    boolean ours =
        Files.isDirectory(outside, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(outside, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(wished));
    if (!ours) {
      throw new LaunchException(outside + " belongs to somebody else: remove it and start again.");
    }
  }
}
