package org.otklik.branding;

import java.util.Locale;

/** The pictures of a look. */
public enum BrandingImage {
  /** Kept as PNG, which keeps letters sharp. */
  LOGO(5 << 20),
  /** Kept as JPEG, as photographs are. */
  COVER(20 << 20);

  private final int maxBytes;

  BrandingImage(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** As addresses name it, in small letters. */
  public static BrandingImage called(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Of the file as it is uploaded. */
  public int maxBytes() {
    return maxBytes;
  }
}
