package org.otklik.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: hashing, copying, replacing and deleting them. */
public final class FileTrees {
  private static final int BUFFER_BYTES = 1 << 20;

  private FileTrees() {}

  /** Regular files beneath a folder, in the order of their names. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** SHA-256 over names and contents, in hex. */
  public static String hash(List<Path> files, String... more) throws IOException {
    MessageDigest digest = sha256();
    for (String text : more) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] buffer = new byte[BUFFER_BYTES];
    for (Path file : files) {
      digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      try (InputStream in = Files.newInputStream(file)) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** SHA-256 of a file's content, in hex. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Bytes of all files beneath a folder; of none when there is no folder. */
  public static long size(Path folder) throws IOException {
    long[] size = {0};
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              size[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException) { // somebody works there
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
    }
    return size[0];
  }

  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Makes {@code to} equal {@code from}; touches nothing when it already is. */
  public static void mirror(Path from, Path to) throws IOException {
    if (Files.isDirectory(to) && hash(files(from)).equals(hash(files(to)))) {
      return;
    }
    Path fresh = to.resolveSibling(to.getFileName() + ".new");
    delete(fresh);
    copy(from, fresh);
    replace(fresh, to);
  }

  /** Puts {@code fresh} in the place of {@code to}; a kill leaves no folder or a whole one. */
  public static void replace(Path fresh, Path to) throws IOException {
    Path old = to.resolveSibling(to.getFileName() + ".old");
    delete(old);
    if (Files.exists(to)) {
      Files.move(to, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
    delete(old);
  }

  /** Deletes a file or a folder with all it holds; does nothing when there is none. */
  public static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      all.sorted(Comparator.reverseOrder()).forEach(FileTrees::deleteOne);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
