package org.otklik.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

class FolderMediaStoreTest extends MediaStoreContract {
  private FolderMediaStore store;

  @BeforeEach
  void open() {
    store = new FolderMediaStore(folder);
  }

  @Override
  protected MediaStore store() {
    return store;
  }

  @Override
  protected Set<String> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(
              file -> Files.isRegularFile(file) && file.getNameCount() > folder.getNameCount() + 1)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }
}
