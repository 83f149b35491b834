package org.otklik.image;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * A folder of a client's inbox. Links are not followed, so that nothing outside of the inbox is
 * ever read.
 */
final class FolderImages {
  private FolderImages() {}

  /**
   * The folder itself.
   *
   * @param inbox of the server; may be null
   * @param folder below the client's own inbox; "." for all of it
   * @throws ProblemException INBOX_MISSING, FOLDER_UNKNOWN
   */
  static Path find(Path inbox, String clientCode, String folder) {
    if (inbox == null) {
      throw new ProblemException(ProblemCode.INBOX_MISSING);
    }
    try {
      Path own = inbox.toRealPath().resolve(clientCode);
      Path asked = own.resolve(folder).normalize();
      boolean inside = asked.startsWith(own) && !Path.of(folder).isAbsolute();
      if (inside
          && Files.isDirectory(asked, LinkOption.NOFOLLOW_LINKS)
          && asked.toRealPath().equals(asked)) {
        return asked;
      }
    } catch (IOException | InvalidPathException e) {
      throw new ProblemException(ProblemCode.FOLDER_UNKNOWN, folder, clientCode);
    }
    throw new ProblemException(ProblemCode.FOLDER_UNKNOWN, folder, clientCode);
  }

  /** Its files in the order of their paths. */
  static List<ListedImage> list(Path folder, ImageLimits limits) throws IOException {
    List<String> paths = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            ImagePath path = ImagePath.of(separated(folder.relativize(file)));
            if (attributes.isRegularFile() && !path.isLitter()) {
              paths.add(separated(folder.relativize(file)));
            }
            if (paths.size() > limits.images()) {
              throw new ProblemException(ProblemCode.IMAGES_TOO_MANY, limits.images());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return paths.stream().sorted().map(path -> new ListedImage(path, null)).toList();
  }

  private static String separated(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
