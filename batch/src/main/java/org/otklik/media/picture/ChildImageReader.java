package org.otklik.media.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.lang.System.Logger.Level;
import org.otklik.branding.SingleImageReader;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.vision.image.Frame;

/** Reads single pictures, each in a child process of its own. */
@ApplicationScoped
public class ChildImageReader implements SingleImageReader {
  private static final System.Logger LOG = System.getLogger(ChildImageReader.class.getName());

  @Override
  public BufferedImage read(byte[] content) {
    try (ImageDecoder decoder = ImageDecoder.standard()) {
      return image(decoder.decode(content));
    } catch (UnreadableImageException e) {
      LOG.log(Level.DEBUG, "A picture was refused: {0}", e.getMessage());
      throw switch (e.reason()) {
        case TOO_LARGE, TIMED_OUT ->
            new ProblemException(
                ProblemCode.IMAGE_TOO_LARGE, ImageDecodeLimits.STANDARD.fileBytes() >> 20);
        case TRUNCATED, DAMAGED -> new ProblemException(ProblemCode.IMAGE_DAMAGED);
        default -> new ProblemException(ProblemCode.IMAGE_UNSUPPORTED);
      };
    } catch (DecoderLostException e) {
      LOG.log(Level.WARNING, "A picture could not be looked at: {0}", e.getMessage());
      throw new ProblemException(ProblemCode.IMAGE_NOT_READ);
    }
  }

  private static BufferedImage image(Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.widthPx(), frame.heightPx(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(frame.bgr(), 0, pixels, 0, pixels.length);
    return image;
  }
}
