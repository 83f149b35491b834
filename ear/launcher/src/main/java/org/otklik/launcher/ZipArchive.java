package org.otklik.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.otklik.platform.Platform;

/** Unpacks archives that wrap everything in one folder, as WildFly's does. */
final class ZipArchive {
  private ZipArchive() {}

  static Void unpackWithoutTopFolder(Path zip, Path to) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(zip), 1 << 16);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName().replaceFirst("^[^/]*/", "");
        Path target = to.resolve(name).normalize();
        if (!target.startsWith(to)) {
          throw new IOException("The archive names a file outside of itself: " + name);
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          write(in, target);
        }
      }
    }
    return null;
  }

  private static void write(InputStream content, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.copy(content, target);
    if (target.toString().endsWith(".sh")) {
      Platform.permit(target, "rwxr-xr-x");
    }
  }
}
