package org.otklik.image;

import java.util.List;
import org.otklik.storage.StagedFile;

/**
 * Images that have arrived and are not stored yet.
 *
 * @param folder of the source FOLDER, else null
 * @param pack the pictures, see {@link ImagePack}; null where they stay in their folder
 * @param listed all files in their order, refused ones among them
 */
public record StagedImages(
    ImageSource source, String folder, StagedFile pack, List<ListedImage> listed)
    implements AutoCloseable {

  @Override
  public void close() {
    if (pack != null) {
      pack.close();
    }
  }
}
