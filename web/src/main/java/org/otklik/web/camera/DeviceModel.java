package org.otklik.web.camera;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelFolder;
import org.otklik.vision.model.ModelTask;

/**
 * A model of this server, as browsers fetch it.
 *
 * @param gzip the ONNX file's content, compressed. Not copied: not to be changed
 */
public record DeviceModel(ModelCard card, byte[] gzip) {

  /**
   * @throws org.otklik.vision.model.UnusableModelException if the folder holds no usable model
   */
  static DeviceModel in(Path folder, ModelTask task) {
    ModelFolder model = ModelFolder.open(folder, task);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(model.model());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory there is none
    }
    return new DeviceModel(model.card(), bytes.toByteArray());
  }

  /** Its name below {@link DeviceFilesServlet#MODELS}: another content has another one. */
  String fileName() {
    return card.sha256() + ".onnx";
  }
}
