package org.otklik.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.otklik.emotion.Emotion;
import org.otklik.testdata.synthetic.DemoCampaign;

/** Pictures of average faces, and files that are none. */
final class ImageFixture {
  private static final int TILE_PX = 192;

  private ImageFixture() {}

  /** A soft ground without a face. */
  static BufferedImage ground(int widthPx, int heightPx) {
    BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < heightPx; y++) {
      for (int x = 0; x < widthPx; x++) {
        int light = 90 + 50 * y / heightPx + 20 * x / widthPx;
        image.setRGB(x, y, new Color(light - 20, light, light + 20).getRGB());
      }
    }
    return image;
  }

  static BufferedImage portrait(Emotion emotion) throws IOException {
    return withFace(ground(640, 480), emotion, 320, 240, 220);
  }

  /** Pastes an average face, tinted like skin, its border faded out. */
  static BufferedImage withFace(
      BufferedImage image, Emotion emotion, int centreXPx, int centreYPx, int sizePx)
      throws IOException {
    BufferedImage strip;
    try (InputStream in = DemoCampaign.class.getResourceAsStream("average-faces.png")) {
      strip = ImageIO.read(in);
    }
    BufferedImage face = new BufferedImage(TILE_PX, TILE_PX, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < TILE_PX; y++) {
      for (int x = 0; x < TILE_PX; x++) {
        int grey = strip.getRaster().getSample(emotion.ordinal() * TILE_PX + x, y, 0);
        double distance = Math.hypot((x - 96) / 80.0, (y - 96) / 94.0);
        int opacity = (int) (255 * Math.max(0, Math.min(1, (1 - distance) / 0.15)));
        face.setRGB(
            x,
            y,
            opacity << 24 | Math.min(255, grey + 25) << 16 | grey << 8 | Math.max(0, grey - 25));
      }
    }
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(face, centreXPx - sizePx / 2, centreYPx - sizePx / 2, sizePx, sizePx, null);
    pen.dispose();
    return image;
  }

  /** As a camera held sideways stores it: the picture turned, and a note which way up it is. */
  static byte[] sideways(BufferedImage upright) throws IOException {
    BufferedImage stored =
        new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < upright.getHeight(); y++) {
      for (int x = 0; x < upright.getWidth(); x++) {
        stored.setRGB(y, upright.getWidth() - 1 - x, upright.getRGB(x, y));
      }
    }
    byte[] jpeg = written(stored, "jpeg");
    ByteBuffer segment = ByteBuffer.allocate(36);
    segment.putShort((short) 0xffe1).putShort((short) 34);
    segment.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    segment.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    segment.putShort((short) 6).putShort((short) 0).putInt(0);
    return ByteBuffer.allocate(jpeg.length + segment.capacity())
        .put(jpeg, 0, 2)
        .put(segment.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** A happy average face; Java writes no WebP itself. */
  static byte[] webp() throws IOException {
    return Files.readAllBytes(
        TestGround.layout()
            .folder()
            .resolve("../../../batch/src/test/resources/org/otklik/media/picture/happiness.webp"));
  }

  static Path zip(Path file, Map<String, byte[]> contents) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        zip.putNextEntry(new ZipEntry(content.getKey()));
        zip.write(content.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** The content of a form with these files, for the boundary "frontier". */
  static Path form(Path file, Map<String, byte[]> contents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      String head =
          "--frontier\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"%s\"\r\n\r\n";
      out.write(head.formatted(content.getKey()).getBytes(StandardCharsets.UTF_8));
      out.write(content.getValue());
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.write("--frontier--\r\n".getBytes(StandardCharsets.US_ASCII));
    return Files.write(file, out.toByteArray());
  }
}
