package org.otklik.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;

class BackupFolderTest {
  @TempDir private Path folder;

  private Path mediaFile(String content) throws IOException {
    Path first = Files.writeString(folder.resolve("content"), content);
    String sha256 = FileTrees.sha256(first);
    Path place =
        folder.resolve("media").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    Files.createDirectories(place);
    return Files.move(first, place.resolve(sha256));
  }

  @Test
  void wholeBackupIsVerified() throws IOException {
    mediaFile("a video");
    mediaFile("another");
    Files.writeString(folder.resolve("backup.properties"), "otklik=1");
    BackupFolder backup = new BackupFolder(folder);
    assertEquals(3, backup.writeChecksums());
    assertEquals(3, backup.verify());
  }

  @Test
  void missingAndChangedFilesAreNamed() throws IOException {
    Path missing = mediaFile("a video");
    Path changed = mediaFile("another");
    BackupFolder backup = new BackupFolder(folder);
    backup.writeChecksums();
    Files.delete(missing);
    Files.writeString(changed, "changed");
    String told = assertThrows(LaunchException.class, backup::verify).getMessage();
    assertTrue(told.contains(missing.getFileName().toString()), told);
    assertTrue(told.contains(changed.getFileName().toString()), told);
    assertTrue(told.contains("(2)"), told);
  }

  @Test
  void mediaFileThatIsNotWhatItsNameSaysIsNoBackup() throws IOException {
    Path damaged = mediaFile("a video");
    Files.writeString(damaged, "a disk's fault");
    String told =
        assertThrows(LaunchException.class, new BackupFolder(folder)::writeChecksums).getMessage();
    assertTrue(told.contains(damaged.getFileName().toString()), told);
  }

  @Test
  void folderThatIsNoBackupIsTold() {
    BackupFolder backup = new BackupFolder(folder);
    assertThrows(LaunchException.class, backup::description);
    assertThrows(LaunchException.class, backup::verify);
  }
}
