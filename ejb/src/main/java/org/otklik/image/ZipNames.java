package org.otklik.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.otklik.text.LanguageScore;

/**
 * Names in archives that do not say how they are encoded. Many programs write UTF-8 without saying
 * so; Windows writes the code page of its console, 866 in Russia and 437 in the West, some programs
 * that of its windows, 1251 and 1252. One archive has one encoding, which all of its names tell.
 */
final class ZipNames {
  private static final List<Charset> GUESSED =
      List.of(
          Charset.forName("IBM866"),
          Charset.forName("IBM437"),
          Charset.forName("windows-1251"),
          Charset.forName("windows-1252"));

  private final Charset guessed;

  private ZipNames(Charset guessed) {
    this.guessed = guessed;
  }

  static ZipNames of(List<ZipArchiveEntry> entries) {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    for (ZipArchiveEntry entry : entries) {
      byte[] raw = raw(entry);
      if (raw != null && utf8(raw).isEmpty()) {
        names.writeBytes(raw);
        names.write('/');
      }
    }
    return new ZipNames(LanguageScore.best(names.toByteArray(), GUESSED));
  }

  String name(ZipArchiveEntry entry) {
    byte[] raw = raw(entry);
    return raw == null ? entry.getName() : utf8(raw).orElseGet(() -> new String(raw, guessed));
  }

  /** Null where the archive says how the name is encoded. */
  private static byte[] raw(ZipArchiveEntry entry) {
    return entry.getNameSource() == ZipArchiveEntry.NameSource.NAME ? entry.getRawName() : null;
  }

  private static Optional<String> utf8(byte[] raw) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
