package org.otklik.media.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is by its first bytes; its name may say anything. */
enum ImageFormat {
  JPEG("jpeg"),
  PNG("png"),
  WEBP("webp"),
  BMP("bmp"),
  GIF("gif"),
  TIFF("tiff"),
  /** Pictures that are not read here. */
  OTHER(null);

  private static final int BRAND = 8;

  /** Of the ISO media format: HEIC, HEIF, AVIF and Canon's CR3. */
  private static final String OTHER_BRANDS = "hei.|hev.|mif1|msf1|avi.|crx ";

  /** The first bytes of formats that other programs read. */
  private static final Pattern OTHER_HEAD =
      Pattern.compile(
          "\\x00\\x00\\x00\\x0cjP  .*|\\xff\\x4f\\xff\\x51.*" // JPEG 2000
              + "|\\xff\\x0a.*|\\x00\\x00\\x00\\x0cJXL .*" // JPEG XL
              + "|8BPS\\x00[\\x01\\x02].*" // Photoshop
              + "|\\x00\\x00[\\x01\\x02]\\x00[\\x01-\\x40]\\x00.*" // icons and cursors
              + "|icns.*|P[1-7][\\s#].*|PF\\s.*" // Apple's icons, PPM and its kin
              + "|\\x0a[\\x00\\x02-\\x05][\\x00\\x01][\\x01\\x02\\x04\\x08].*" // PCX
              + "|FUJIFILMCCD-RAW.*|IIR[OS].*|MMOR.*|IIU\\x00.*|FOVb.*" // raw of cameras
              + "|DDS .*|qoif.*|v/1\\x01.*|#\\?RADIANCE.*|gimp xcf.*|BPG\\xfb.*|FLIF.*"
              + "|AT&TFORM.*|\\xd7\\xcd\\xc6\\x9a.*|II\\+\\x00.*|MM\\x00\\+.*|\\xff\\xd8\\xff\\xf7.*",
          Pattern.DOTALL);

  /** After a declaration, comments and a document type. */
  private static final Pattern SVG =
      Pattern.compile(
          "(?:\\xef\\xbb\\xbf)?\\s*(?:<\\?[^>]*>\\s*|<!--.*?-->\\s*|<![^>]*>\\s*)*+<(?:\\w+:)?svg[\\s>].*",
          Pattern.DOTALL);

  private static final int SVG_HEAD_BYTES = 4096;
  private static final byte[] TGA_END = "TRUEVISION-XFILE.\0".getBytes(StandardCharsets.ISO_8859_1);

  private final String imageIoName;

  ImageFormat(String imageIoName) {
    this.imageIoName = imageIoName;
  }

  /** Null for a format that cannot be read. */
  String imageIoName() {
    return imageIoName;
  }

  static Optional<ImageFormat> of(byte[] content) {
    String head = head(content, 16);
    if (head.startsWith("\u00ff\u00d8\u00ff") && !head.startsWith("\u00f7", 3)) {
      return Optional.of(JPEG);
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", BRAND)) {
      return Optional.of(WEBP);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return Optional.of(TIFF);
    }
    if (isOther(content, head)) {
      return Optional.of(OTHER);
    }
    return head.startsWith("BM") && content.length > 26 ? Optional.of(BMP) : Optional.empty();
  }

  private static boolean isOther(byte[] content, String head) {
    return head.startsWith("ftyp", 4)
            && head.length() >= BRAND + 4
            && head.substring(BRAND, BRAND + 4).matches(OTHER_BRANDS)
        || OTHER_HEAD.matcher(head).matches()
        || SVG.matcher(head(content, SVG_HEAD_BYTES)).matches()
        || isTga(content);
  }

  private static String head(byte[] content, int most) {
    return new String(content, 0, Math.min(most, content.length), StandardCharsets.ISO_8859_1);
  }

  /** By its end, or, as version 1 has none, by a header in which all is possible. */
  private static boolean isTga(byte[] content) {
    if (content.length < 18) {
      return false;
    }
    if (Arrays.equals(
        content, content.length - TGA_END.length, content.length, TGA_END, 0, TGA_END.length)) {
      return true;
    }
    boolean hasMap = content[1] == 1;
    int kind = content[2] & 0xff;
    int depth = content[16] & 0xff;
    int width = content[12] & 0xff | (content[13] & 0xff) << 8;
    int height = content[14] & 0xff | (content[15] & 0xff) << 8;
    boolean mapped = hasMap && (kind == 1 || kind == 9) && depth == 8;
    boolean plain =
        content[1] == 0
            && (kind == 2 || kind == 10) == (depth == 16 || depth == 24 || depth == 32)
            && (kind == 3 || kind == 11) == (depth == 8)
            && content[3] == 0
            && content[5] == 0;
    return (mapped || plain) && width > 0 && height > 0 && (content[17] & 0xc0) == 0;
  }
}
