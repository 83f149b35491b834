package org.otklik.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A media store's way in: what arrives is written to {@code staging/}, while its SHA-256 is
 * computed.
 */
public abstract class StagingMediaStore implements MediaStore {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Nobody writes to a file for longer. */
  protected static final Duration MAX_UPLOAD = Duration.ofDays(1);

  private final Path folder;

  /**
   * @param folder on the disk that the store, or its copies, lie on
   */
  protected StagingMediaStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public void removeLeftovers() throws IOException {
    Path staging = folder.resolve("staging");
    if (!Files.isDirectory(staging)) {
      return;
    }
    Instant limit = Instant.now().minus(MAX_UPLOAD);
    try (Stream<Path> files = Files.list(staging)) {
      for (Path file : files.toList()) {
        if (isBefore(file, limit)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isBefore(Path file, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
    } catch (NoSuchFileException e) {
      return false; // it is kept or given up just now
    }
  }

  @Override
  public StagedFile stage(InputStream content, long limitBytes)
      throws IOException, UnusableMediaException {
    try {
      return stage(out -> copy(content, out, limitBytes));
    } catch (TooLargeException e) {
      throw new UnusableMediaException(
          UnusableMediaException.Reason.TOO_LARGE, "more than " + limitBytes + " bytes", e);
    }
  }

  @Override
  public StagedFile stage(Content content) throws IOException {
    Path file = stagingFile();
    boolean whole = false;
    try {
      MessageDigest digest = sha256();
      try (OutputStream out =
          new DigestOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES), digest)) {
        content.writeTo(out);
      }
      whole = true;
      return new StagedFile(file, HexFormat.of().formatHex(digest.digest()), Files.size(file));
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public StagedFile stage(Path arrived) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream content = new DigestInputStream(Files.newInputStream(arrived), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return new StagedFile(arrived, HexFormat.of().formatHex(digest.digest()), Files.size(arrived));
  }

  @Override
  public StagedFile stageFile(Writing writing) throws IOException, UnusableMediaException {
    Path file = stagingFile();
    boolean whole = false;
    try {
      writing.writeTo(file);
      StagedFile staged = stage(file);
      whole = true;
      return staged;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A new and empty one. */
  protected Path stagingFile() throws IOException {
    Path staging = Files.createDirectories(folder.resolve("staging"));
    return Files.createTempFile(staging, "upload-", ".part");
  }

  private static void copy(InputStream content, OutputStream out, long limitBytes)
      throws IOException {
    long size = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      size += read;
      if (size > limitBytes) {
        throw new TooLargeException();
      }
      out.write(buffer, 0, read);
    }
  }

  /** More arrives than is allowed. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Where content lies in a store: {@code ab/cd/abcd…}.
   *
   * @throws IllegalArgumentException when it is no SHA-256
   */
  protected static String place(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("No SHA-256: " + sha256);
    }
    return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
  }

  /** A new one. */
  protected static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
