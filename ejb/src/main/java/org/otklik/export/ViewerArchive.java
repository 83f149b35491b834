package org.otklik.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;

/**
 * Writes all that is held on a viewer as a ZIP: JSON as it is stored, what its fields mean, and the
 * videos. Not to be called in a transaction: a browser may take long to receive it.
 */
@ApplicationScoped
public class ViewerArchive {
  @Inject private ExportedRows rows;
  @Inject private MediaStore store;

  /** Beside the store, for one answer: a slow reader must hold no thread. */
  public Path file(ExportedViewer viewer) throws IOException {
    return store.stage(out -> write(viewer, out)).path();
  }

  private void write(ExportedViewer viewer, OutputStream to) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    text(zip, "viewer.json", rows.viewer(viewer.id()));
    text(zip, "fields.json", rows.meanings());
    for (ExportedViewer.ExportedRecording recording : viewer.recordings()) {
      String name = "recordings/" + recording.publicId();
      text(zip, name + ".json", rows.recording(recording.id()));
      frames(zip, name + "-frames.json", recording.id());
      if (recording.sha256() != null) {
        video(zip, name + extension(recording.mediaType()), recording.sha256());
      }
    }
    zip.finish();
    zip.flush();
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private void frames(ZipOutputStream zip, String name, long recordingId) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    writer.write("[");
    Separator separator = new Separator();
    rows.frames(
        recordingId,
        frame -> {
          try {
            writer.write(separator.next());
            writer.write(frame);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    writer.write("\n]\n");
    writer.flush();
    zip.closeEntry();
  }

  /** Between the elements of an array. */
  private static final class Separator {
    private String text = "\n";

    String next() {
      String now = text;
      text = ",\n";
      return now;
    }
  }

  /** Videos are compressed already. */
  private void video(ZipOutputStream zip, String name, String sha256) throws IOException {
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry(name));
    try (StoredFile file = store.open(sha256)) {
      Files.copy(file.path(), zip);
    }
    zip.closeEntry();
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
  }

  private static String extension(String mediaType) {
    return "."
        + switch (mediaType) {
          case "video/quicktime" -> "mov";
          case "video/x-matroska" -> "mkv";
          case "video/x-msvideo" -> "avi";
          default -> mediaType.substring(mediaType.indexOf('/') + 1);
        };
  }
}
