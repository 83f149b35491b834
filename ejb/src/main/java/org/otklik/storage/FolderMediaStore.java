package org.otklik.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The media store in a folder: {@code ab/cd/abcd…}, and {@code staging/} beside it. */
public final class FolderMediaStore extends StagingMediaStore {
  private final Path folder;

  public FolderMediaStore(Path folder) {
    super(folder);
    this.folder = folder;
  }

  /** It is on the store's disk already. */
  @Override
  public StagedFile send(StagedFile staged) {
    return staged;
  }

  @Override
  public void keep(StagedFile staged) throws IOException {
    Path target = folder.resolve(place(staged.sha256()));
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
  public StoredFile open(String sha256) throws IOException {
    Path file = folder.resolve(place(sha256));
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(sha256);
    }
    return new StoredFile(file);
  }

  @Override
  public StoredStretch stretch(String sha256, long first, long length) throws IOException {
    return new StoredStretch(open(sha256), first, length);
  }

  @Override
  public void delete(String sha256) throws IOException {
    Files.deleteIfExists(folder.resolve(place(sha256)));
  }

  /** A folder that cannot be used is told by who uses it. */
  @Override
  public void check() {}
}
