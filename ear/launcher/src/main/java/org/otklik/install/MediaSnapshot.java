package org.otklik.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;

/**
 * The media files of one moment, kept by hard links until they are copied: whatever is deleted in
 * the meantime, its content stays. Uploads under way are no part of it.
 */
final class MediaSnapshot implements AutoCloseable {
  private final Path media;
  private final Path links;
  private int files;

  MediaSnapshot(Path media) throws IOException {
    this.media = media;
    this.links = media.resolve("backup.links");
    FileTrees.delete(links); // of a backup that was killed
  }

  /** Takes no longer than naming each file once. */
  void take() throws IOException {
    if (!Files.isDirectory(media)) {
      return;
    }
    // Files lie in folders of two letters, twice; staging and uploads are beside them.
    try (DirectoryStream<Path> first = Files.newDirectoryStream(media, "[0-9a-f][0-9a-f]")) {
      for (Path folder : first) {
        try (DirectoryStream<Path> second = Files.newDirectoryStream(folder)) {
          for (Path each : second) {
            linkAll(each);
          }
        }
      }
    }
  }

  private void linkAll(Path folder) throws IOException {
    Path target = Files.createDirectories(links.resolve(media.relativize(folder).toString()));
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
      for (Path file : content) {
        link(file, target.resolve(file.getFileName()));
      }
    } catch (UnsupportedOperationException e) {
      throw new LaunchException(
          "The disk of " + media + " knows no hard links: stop Otklik and copy its folder.",
          null,
          e);
    }
  }

  /** A file that goes at this moment belongs to a row that is gone. */
  private void link(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
      files++;
    } catch (NoSuchFileException e) {
      System.getLogger(MediaSnapshot.class.getName())
          .log(System.Logger.Level.DEBUG, "Gone: {0}", file);
    }
  }

  void copyTo(Path target, Console console) throws IOException, InterruptedException {
    Files.createDirectories(target);
    if (Files.isDirectory(links)) {
      console.step(
          "Copying " + files + " media files",
          () -> {
            FileTrees.copy(links, target);
            return null;
          });
    }
  }

  @Override
  public void close() throws IOException {
    FileTrees.delete(links);
  }
}
