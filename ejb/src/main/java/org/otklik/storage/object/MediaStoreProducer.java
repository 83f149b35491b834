package org.otklik.storage.object;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.otklik.settings.ObjectStoreSettings;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.FolderMediaStore;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.MediaStore;

/** The media store that the settings choose. */
@ApplicationScoped
public class MediaStoreProducer {
  @Produces
  @ApplicationScoped
  public MediaStore store(ServerSettings server, ObjectStoreSettings objectStore, MediaDisk disk) {
    Path folder = server.mediaFolder();
    if (!objectStore.isSetUp()) {
      return new FolderMediaStore(folder);
    }
    try {
      return new ObjectMediaStore(folder, objectStore, disk::spareBytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of media cannot be used: " + folder, e);
    }
  }

  void close(@Disposes MediaStore store) throws Exception {
    if (store instanceof AutoCloseable object) {
      object.close();
    }
  }
}
