package org.otklik.image;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Names in archives that do not say how they are encoded. Many programs write UTF-8 without saying
 * so; Windows writes the code page of its console: 866 in Russia, 437 in the West.
 */
final class ZipNames {
  private static final Charset CYRILLIC = Charset.forName("IBM866");
  private static final Charset WESTERN = Charset.forName("IBM437");

  /** A word of Latin and Cyrillic letters together, which nobody writes. */
  private static final Pattern MIXED =
      Pattern.compile("[A-Za-z]\\p{IsCyrillic}|\\p{IsCyrillic}[A-Za-z]");

  private ZipNames() {}

  static String decoded(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      String cyrillic = new String(raw, CYRILLIC);
      boolean plausible =
          cyrillic.chars().allMatch(c -> c < 128 || Character.isLetter(c))
              && !MIXED.matcher(cyrillic).find();
      return plausible ? cyrillic : new String(raw, WESTERN);
    }
  }
}
