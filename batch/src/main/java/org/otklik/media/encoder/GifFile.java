package org.otklik.media.encoder;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import org.otklik.media.decoder.CutOrder;

/**
 * An animated GIF. Colours between those of the palette are mixed by a pattern that stands still
 * (ordered dither); what stays as it was is transparent, which takes no room.
 */
final class GifFile {
  private static final int UNCHANGED = GifPalette.SIZE;
  private static final int INDEX_BITS = 8;
  private static final int CHANNELS = 3;
  private static final int HUNDREDTHS = 100;

  /** After Bayer. */
  private static final int[] PATTERN = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

  private static final int PATTERN_SIDE = 4;
  private static final int DITHER = 12;

  private final int widthPx;
  private final int heightPx;
  private final GifPalette palette;
  private final IndexColorModel model;

  GifFile(int widthPx, int heightPx, GifPalette palette) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.palette = palette;
    this.model =
        new IndexColorModel(
            INDEX_BITS,
            GifPalette.SIZE + 1,
            palette.components(0),
            palette.components(1),
            palette.components(2),
            UNCHANGED);
  }

  /**
   * @param frames packed BGR
   */
  void write(List<byte[]> frames, CutOrder order, Path file) throws IOException {
    Files.deleteIfExists(file); // else what was longer stays behind it
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      byte[] before = null;
      for (int number = 0; number < frames.size(); number++) {
        byte[] now = indexed(frames.get(number));
        writer.writeToSequence(
            new IIOImage(image(now, before), null, metadata(writer, delay(order, number))), null);
        before = now;
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  /** Hundredths of a second, so that all together last as long as the shot. */
  private static int delay(CutOrder order, int number) {
    return hundredths(order, number + 1) - hundredths(order, number);
  }

  private static int hundredths(CutOrder order, int number) {
    return (int)
        Math.round((double) HUNDREDTHS * number * order.rateDenominator() / order.rateNumerator());
  }

  private byte[] indexed(byte[] bgr) {
    byte[] indexed = new byte[widthPx * heightPx];
    for (int y = 0; y < heightPx; y++) {
      for (int x = 0; x < widthPx; x++) {
        int pixel = y * widthPx + x;
        int at = CHANNELS * pixel;
        int rise =
            (2 * PATTERN[y % PATTERN_SIDE * PATTERN_SIDE + x % PATTERN_SIDE] - PATTERN.length + 1)
                * DITHER
                / (2 * PATTERN.length);
        indexed[pixel] =
            (byte)
                palette.nearest(
                    level(bgr[at + 2], rise), level(bgr[at + 1], rise), level(bgr[at], rise));
      }
    }
    return indexed;
  }

  private static int level(byte component, int rise) {
    return Math.max(0, Math.min(255, (component & 0xff) + rise));
  }

  /** What differs from the frame before; all of the first. */
  private BufferedImage image(byte[] now, byte[] before) {
    BufferedImage image =
        new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < now.length; i++) {
      pixels[i] = before != null && before[i] == now[i] ? (byte) UNCHANGED : now[i];
    }
    return image;
  }

  private IIOMetadata metadata(ImageWriter writer, int delay) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            new ImageTypeSpecifier(model, model.createCompatibleSampleModel(1, 1)), null);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", Integer.toString(UNCHANGED));
    control.setAttribute("delayTime", Integer.toString(delay));
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0}); // for ever
    child(root, "ApplicationExtensions").appendChild(loop);
    metadata.setFromTree(format, root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    if (root.getElementsByTagName(name).getLength() == 0) {
      root.appendChild(new IIOMetadataNode(name));
    }
    return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
  }
}
