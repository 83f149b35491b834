package org.otklik.media.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its first bytes; its name may say anything. */
enum ImageFormat {
  JPEG("jpeg"),
  PNG("png"),
  WEBP("webp"),
  BMP("bmp"),
  GIF("gif"),
  TIFF("tiff"),
  /** HEIC, HEIF and AVIF; ImageIO reads none of them. */
  HEIF(null);

  private static final int BRAND = 8;

  private final String imageIoName;

  ImageFormat(String imageIoName) {
    this.imageIoName = imageIoName;
  }

  /** Null for a format that cannot be read. */
  String imageIoName() {
    return imageIoName;
  }

  static Optional<ImageFormat> of(byte[] content) {
    String head = new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
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
    if (head.startsWith("ftyp", 4) && head.substring(BRAND).matches("hei.|hev.|mif1|msf1|avi.")) {
      return Optional.of(HEIF);
    }
    return head.startsWith("BM") && content.length > 26 ? Optional.of(BMP) : Optional.empty();
  }
}
