package org.otklik.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.ArrivingContent;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StagedFile;
import org.otklik.storage.UnusableMediaException;

/**
 * Takes in images: lists all that is sent, and packs what may be a picture. Nothing is decoded
 * here. Not to be called in a transaction: many pictures take minutes to arrive.
 */
@ApplicationScoped
public class ImageIntake {
  private static final System.Logger LOG = System.getLogger(ImageIntake.class.getName());

  @Inject private MediaStore store;
  @Inject private MediaDisk disk;
  @Inject private ServerSettings settings;

  private final ImageLimits limits = ImageLimits.STANDARD;

  /** Files that arrive one after the other, such as the parts of a form. */
  public interface Files {
    /** Calls back with each name, null for none, and content, which is read at once. */
    void each(Taker taker) throws IOException;
  }

  /** Takes one file. */
  public interface Taker {
    void take(String name, InputStream content) throws IOException;
  }

  /**
   * @throws ProblemException with one of the {@code IMAGES_…} codes
   */
  public StagedImages receiveZip(InputStream content) {
    try (StagedFile archive =
        store.stage(new ArrivingContent(content, disk), settings.uploadLimitBytes())) {
      return packed(ImageSource.ZIP, pack -> ZipImages.unpack(archive.path(), pack, limits));
    } catch (UnusableMediaException e) {
      throw new ProblemException(
          ProblemCode.IMAGES_TOO_LARGE, (settings.uploadLimitBytes() >> 20) + " MiB");
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  /**
   * @throws ProblemException with one of the {@code IMAGES_…} codes
   */
  public StagedImages receiveFiles(Files files) {
    disk.requireRoom(0);
    try {
      return packed(
          ImageSource.FILES,
          pack ->
              files.each(
                  (name, content) -> {
                    ImagePath path = ImagePath.of(name == null ? "" : name);
                    if (!path.isLitter() && !path.text().isEmpty()) {
                      pack.add(path, content);
                    }
                  }));
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  /**
   * Lists a folder of the client's inbox; its files stay where they are.
   *
   * @throws ProblemException INBOX_MISSING, FOLDER_UNKNOWN or one of the {@code IMAGES_…} codes
   */
  public StagedImages list(String clientCode, String folder) {
    Path found = FolderImages.find(settings.inboxFolder(), clientCode, folder);
    try {
      return notEmpty(
          new StagedImages(ImageSource.FOLDER, folder, null, FolderImages.list(found, limits)));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "A folder of the inbox cannot be listed", e);
      throw new ProblemException(ProblemCode.FOLDER_UNKNOWN, folder, clientCode);
    }
  }

  private interface Packing {
    void into(ImagePack pack) throws IOException;
  }

  private StagedImages packed(ImageSource source, Packing packing) throws IOException {
    List<List<ListedImage>> listed = new ArrayList<>();
    StagedFile file = store.send(store.stage(out -> listed.add(packInto(out, packing))));
    StagedImages staged = new StagedImages(source, null, file, listed.get(0));
    try {
      return notEmpty(staged);
    } catch (ProblemException e) {
      staged.close();
      throw e;
    }
  }

  private List<ListedImage> packInto(OutputStream out, Packing packing) throws IOException {
    try (ImagePack pack = new ImagePack(out, limits, disk)) {
      packing.into(pack);
      return pack.listed();
    }
  }

  private static StagedImages notEmpty(StagedImages staged) {
    if (staged.listed().isEmpty()) {
      throw new ProblemException(ProblemCode.IMAGES_NONE);
    }
    return staged;
  }

  /** A form may end before its last part does; whatever else is wrong is not the sender's fault. */
  private static RuntimeException brokenOff(IOException e) {
    if (Outage.of(e).isPresent()) {
      return new UncheckedIOException("An upload cannot be stored.", e);
    }
    LOG.log(System.Logger.Level.INFO, "An upload of images broke off: {0}", e.toString());
    return new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
  }
}
