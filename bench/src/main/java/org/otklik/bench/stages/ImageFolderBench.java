package org.otklik.bench.stages;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.otklik.image.ImageCsv;
import org.otklik.image.ImageResult;
import org.otklik.image.ImageRow;
import org.otklik.media.picture.DecoderLostException;
import org.otklik.media.picture.ImageDecoder;
import org.otklik.media.picture.UnreadableImageException;
import org.otklik.spreadsheet.CsvRecords;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.picture.ImageObserver;

/** The pictures of a folder to a CSV, without a server, and how many a second. */
public final class ImageFolderBench {
  private static final int FACES = 100;

  private ImageFolderBench() {}

  /**
   * @param args the folder of the models' release, the folder of pictures, the CSV to write
   */
  public static void main(String[] args) throws IOException {
    Path models = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    long begun = System.nanoTime();
    List<ImageRow> rows = new ArrayList<>();
    try (FaceObserver faces =
            FaceObserver.load(
                models.resolve("face-detector"),
                models.resolve("emotion-classifier"),
                VisionSettings.STANDARD.withFacesPerFrame(FACES));
        ImageDecoder decoder = ImageDecoder.standard()) {
      ImageObserver observer = new ImageObserver(faces);
      for (Path file : files(folder)) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        rows.add(new ImageRow(rows.size() + 1, path, result(file, decoder, observer)));
      }
    }
    try (Writer csv = Files.newBufferedWriter(Path.of(args[2]))) {
      ImageCsv.write(rows, CsvRecords.forPrograms(csv));
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "pictures %d in %.1f s: %.1f pictures/s%n",
        rows.size(),
        seconds,
        rows.size() / seconds);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static ImageResult result(Path file, ImageDecoder decoder, ImageObserver observer)
      throws IOException {
    try {
      return ImageResult.of(
          observer.observe(List.of(decoder.decode(Files.readAllBytes(file)))).get(0));
    } catch (UnreadableImageException e) {
      return ImageResult.unreadable(e.reason());
    } catch (DecoderLostException e) {
      throw new IOException("The decoder got no processor; run the bench on a quieter machine", e);
    }
  }
}
