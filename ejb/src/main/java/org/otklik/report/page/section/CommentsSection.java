package org.otklik.report.page.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.report.figures.CreativeFigures.CommentLine;

/** What analysts have to say of the creative, each with the frame it is about. */
public final class CommentsSection {

  private CommentsSection() {}

  public static Section of(CreativePages pages) {
    List<Map<String, ?>> rows =
        pages.creative().comments().stream()
            .<Map<String, ?>>map(comment -> row(pages, comment))
            .toList();
    return new Section("comments", Map.of("title", pages.title("comments.title")), rows);
  }

  private static Map<String, Object> row(CreativePages pages, CommentLine comment) {
    Map<String, Object> row = new HashMap<>();
    Integer second = comment.second();
    String when =
        second == null ? pages.wording().text("comments.whole") : pages.wording().clock(second);
    row.put("when", when);
    row.put("text", Pages.printable(comment.text()));
    if (second != null) {
      row.put("picture", pages.picture(second));
      row.put("alt", pages.wording().text("frame.alt", when));
    }
    return row;
  }
}
