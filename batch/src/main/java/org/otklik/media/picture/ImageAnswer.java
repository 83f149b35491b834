package org.otklik.media.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.otklik.image.UnreadableReason;
import org.otklik.vision.image.Frame;

/** What goes from the child to its parent for each picture. */
final class ImageAnswer {
  private static final String READ = "READ";

  private ImageAnswer() {}

  static void write(DataOutputStream out, Frame frame) throws IOException {
    out.writeUTF(READ);
    out.writeInt(frame.widthPx());
    out.writeInt(frame.heightPx());
    out.writeInt(frame.sourceWidthPx());
    out.writeInt(frame.sourceHeightPx());
    out.write(frame.bgr());
  }

  static void write(DataOutputStream out, UnreadableReason reason, String detail)
      throws IOException {
    out.writeUTF(reason.name());
    out.writeUTF(detail);
  }

  /** Not trusted with sizes: what does not fit the bounds is a broken child. */
  static Frame read(DataInputStream in) throws IOException, UnreadableImageException {
    String kind = in.readUTF();
    if (!kind.equals(READ)) {
      throw new UnreadableImageException(UnreadableReason.valueOf(kind), in.readUTF());
    }
    int width = in.readInt();
    int height = in.readInt();
    int sourceWidth = in.readInt();
    int sourceHeight = in.readInt();
    int most = ImageReading.LONG_SIDE_PX;
    if (width < 1 || height < 1 || width > most || height > most) {
      throw new IOException("a frame of " + width + " x " + height);
    }
    byte[] bgr = new byte[3 * width * height];
    in.readFully(bgr);
    return new Frame(0, width, height, sourceWidth, sourceHeight, bgr);
  }
}
