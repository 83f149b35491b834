package org.otklik.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.otklik.text.PlainText;

/**
 * A file's name with its folders, as somebody sent it.
 *
 * @param text with slashes; where it is not safe, with what made it so replaced
 * @param isSafe whether it stays below the folder that it is unpacked to, on any system
 */
record ImagePath(String text, boolean isSafe) {
  private static final int MAX_LENGTH = 1000;
  private static final Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini");

  static ImagePath of(String name) {
    String path = PlainText.defused(name.replace('\\', '/').replaceAll("\\p{Cntrl}", "_"));
    boolean safe =
        !path.startsWith("/") && !path.matches("^[A-Za-z]:.*") && path.length() <= MAX_LENGTH;
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        safe = false;
        parts.add("__");
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(PlainText.isPlain(part) ? part : "_"); // nothing of it is to be seen
      }
    }
    String text = String.join("/", parts);
    return new ImagePath(
        text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text, safe && !text.isEmpty());
  }

  /** What systems put beside pictures without being asked. */
  boolean isLitter() {
    String name = text.substring(text.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return LITTER.contains(name)
        || name.startsWith("._")
        || text.startsWith("__MACOSX/")
        || text.contains("/__MACOSX/");
  }
}
