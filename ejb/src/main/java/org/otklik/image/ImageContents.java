package org.otklik.image;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.otklik.storage.StoredFile;

/** The files of a batch, as the job reads them. */
public sealed interface ImageContents extends AutoCloseable {

  /**
   * One file, whole.
   *
   * @throws FileNotFoundException when it is no longer there
   * @throws IOException when it cannot be read
   */
  byte[] read(ImageRow image) throws IOException;

  @Override
  void close() throws IOException;

  /** A pack in the media store, see {@link ImagePack}. */
  record Packed(StoredFile pack, ZipFile zip) implements ImageContents {
    static Packed open(StoredFile pack) throws IOException {
      return new Packed(pack, new ZipFile(pack.path().toFile()));
    }

    @Override
    public byte[] read(ImageRow image) throws IOException {
      ZipEntry entry = zip.getEntry(ImagePack.entry(image.ordinal()));
      if (entry == null) {
        throw new FileNotFoundException("image " + image.ordinal());
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return in.readAllBytes();
      }
    }

    @Override
    public void close() throws IOException {
      zip.close();
      pack.close();
    }
  }

  /**
   * A folder of the inbox; a file larger than the limit gives one byte more than it.
   *
   * @param folder its real path
   */
  record InFolder(Path folder, ImageLimits limits) implements ImageContents {
    @Override
    public byte[] read(ImageRow image) throws IOException {
      Path file = folder.resolve(image.path());
      boolean own =
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && file.toRealPath().startsWith(folder);
      if (!own) {
        throw new FileNotFoundException("image " + image.ordinal());
      }
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        return in.readNBytes(limits.imageBytes() + 1);
      } catch (NoSuchFileException e) {
        throw new FileNotFoundException("image " + image.ordinal());
      }
    }

    @Override
    public void close() {}
  }
}
