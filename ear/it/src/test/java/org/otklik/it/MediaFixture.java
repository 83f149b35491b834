package org.otklik.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.otklik.database.DatabaseRole;

/** Does to the media store what a broken disk would. */
final class MediaFixture {
  private MediaFixture() {}

  /** Overwrites a recording's video with something else. */
  static void destroy(String recording) throws IOException, SQLException {
    String sha256 =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                "select media_sha256 from core.recording where public_id = ?::uuid",
                recording)
            .get(0);
    Path video =
        TestGround.server()
            .settings()
            .media()
            .resolve(sha256.substring(0, 2))
            .resolve(sha256.substring(2, 4))
            .resolve(sha256);
    Files.writeString(video, "no video any more".repeat(100));
  }
}
