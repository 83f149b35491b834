package org.otklik.branding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Makes pictures of a look of what was uploaded: what is kept is never the uploaded file. */
@ApplicationScoped
public class BrandingImages {
  private static final int MIN_SIDE_PX = 16;
  private static final float JPEG_QUALITY = 0.9f;

  /** In each of red, green and blue; what is paler is not seen on white paper. */
  private static final int PALEST = 225;

  private final SingleImageReader reader;

  @Inject
  BrandingImages(SingleImageReader reader) {
    this.reader = reader;
  }

  /** For the proxy of its scope. */
  BrandingImages() {
    this(null);
  }

  /**
   * Reads at most as much as the picture may have.
   *
   * @throws ProblemException as {@link SingleImageReader#read}, or IMAGE_TOO_SMALL, IMAGE_INVISIBLE
   */
  public byte[] of(BrandingImage kind, InputStream content) throws IOException {
    byte[] sent = content.readNBytes(kind.maxBytes() + 1);
    if (sent.length > kind.maxBytes()) {
      throw new ProblemException(ProblemCode.IMAGE_TOO_LARGE, kind.maxBytes() >> 20);
    }
    BufferedImage picture = reader.read(sent);
    if (Math.min(picture.getWidth(), picture.getHeight()) < MIN_SIDE_PX) {
      throw new ProblemException(ProblemCode.IMAGE_TOO_SMALL, MIN_SIDE_PX);
    }
    if (kind == BrandingImage.COVER) {
      return jpeg(picture);
    }
    if (isInvisible(picture)) {
      throw new ProblemException(ProblemCode.IMAGE_INVISIBLE);
    }
    return png(picture);
  }

  private static boolean isInvisible(BufferedImage picture) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        Color color = new Color(picture.getRGB(x, y));
        if (Math.min(color.getRed(), Math.min(color.getGreen(), color.getBlue())) < PALEST) {
          return false;
        }
      }
    }
    return true;
  }

  private static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return file.toByteArray();
  }

  private static byte[] jpeg(BufferedImage picture) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
