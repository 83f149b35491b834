package org.otklik.media.picture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * The child that decodes pictures: for each, its length and content come in, and a frame or the
 * reason why there is none goes out. It ends when its parent does, which closes its input.
 */
public final class ImageDecoderMain {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAX_DETAIL_LENGTH = 2000;

  private ImageDecoderMain() {}

  public static void main(String[] args) throws IOException {
    ImageIO.setUseCache(false);
    try (DataInputStream in =
            new DataInputStream(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER_BYTES));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES))) {
      serve(in, out);
    } catch (EOFException e) {
      return; // the parent wants no more
    }
  }

  private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
    ImageReading reading = new ImageReading(ImageDecodeLimits.STANDARD);
    while (true) {
      byte[] content = new byte[in.readInt()];
      in.readFully(content);
      try {
        ImageAnswer.write(out, reading.read(content));
      } catch (UnreadableImageException e) {
        String detail = e.getMessage();
        ImageAnswer.write(
            out, e.reason(), detail.substring(0, Math.min(MAX_DETAIL_LENGTH, detail.length())));
      }
      out.flush();
    }
  }
}
