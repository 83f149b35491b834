package org.otklik.storage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.otklik.settings.ServerSettings;

/** The media store in a folder: {@code ab/cd/abcd…}, and {@code staging/} beside it. */
@ApplicationScoped
public class FolderMediaStore implements MediaStore {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Duration MAX_UPLOAD = Duration.ofDays(1);

  private Path folder;

  protected FolderMediaStore() {}

  @Inject
  public FolderMediaStore(ServerSettings settings) {
    this(settings.mediaFolder());
  }

  public FolderMediaStore(Path folder) {
    this.folder = folder;
  }

  /** What a killed server left staged; younger files may belong to an upload that goes on. */
  @PostConstruct
  void clearStaging() {
    Path staging = folder.resolve("staging");
    if (!Files.isDirectory(staging)) {
      return;
    }
    Instant limit = Instant.now().minus(MAX_UPLOAD);
    try (Stream<Path> files = Files.list(staging)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The media store cannot be used: " + staging, e);
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

  private Path stagingFile() throws IOException {
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

  @Override
  public void keep(StagedFile staged) throws IOException {
    Path target = place(staged.sha256());
    Files.createDirectories(target.getParent());
    try (FileChannel file = FileChannel.open(staged.path(), StandardOpenOption.WRITE)) {
      file.force(true); // the rows that name it are about to be committed
    }
    try {
      Files.move(staged.path(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      Files.delete(staged.path()); // the same content is there already
    }
  }

  @Override
  public Path open(String sha256) throws IOException {
    Path file = place(sha256);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(sha256);
    }
    return file;
  }

  @Override
  public void delete(String sha256) throws IOException {
    Files.deleteIfExists(place(sha256));
  }

  private Path place(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("No SHA-256: " + sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
