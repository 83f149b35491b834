package org.otklik.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.image.Frame;

/** Pictures out of a video, for reports: JPEG, upright, in one pass over the video. */
public final class VideoThumbnails {
  private static final float QUALITY = 0.88f;

  private VideoThumbnails() {}

  /**
   * @param mediaTimesMs in any order; for each, the frame shown at that time is taken
   * @param widthPx wider videos are scaled down to this
   * @return a JPEG for each of the times, in their order; none when the video has no whole frame
   */
  public static Map<Integer, byte[]> grab(
      Path video, Collection<Integer> mediaTimesMs, int widthPx, DecoderChild child)
      throws UnusableMediaException {
    int[] ascending =
        mediaTimesMs.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    Map<Integer, byte[]> thumbnails = new TreeMap<>();
    if (ascending.length == 0) {
      return thumbnails;
    }
    try (DecoderAnswer answer = child.thumbnails(video, ascending, widthPx)) {
      DecoderRecord record = answer.next();
      while (record instanceof DecoderRecord.Thumbnail thumbnail) {
        thumbnails.put(thumbnail.wantedMs(), jpeg(thumbnail.frame()));
        record = answer.next();
      }
      if (!(record instanceof DecoderRecord.End)) {
        throw DecoderAnswer.unexpected(record);
      }
    }
    return thumbnails;
  }

  /**
   * @param frame one with a picture
   */
  public static byte[] jpeg(Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.widthPx(), frame.heightPx(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(frame.bgr(), 0, pixels, 0, pixels.length);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), quality);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
