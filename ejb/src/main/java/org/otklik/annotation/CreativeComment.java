package org.otklik.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.otklik.campaign.Creative;
import org.otklik.identity.AppUser;

/** What an analyst has to say of a creative, or of a time of it. */
@Entity
@Table(name = "creative_comment")
public class CreativeComment extends CreativeAnnotation {
  private Integer atMs;

  private String content;

  @Column(name = "is_in_report")
  private boolean inReport;

  protected CreativeComment() {}

  CreativeComment(Creative creative, CommentRequest request, AppUser author) {
    super(creative, author);
    write(request);
  }

  void change(CommentRequest request, AppUser by) {
    write(request);
    changed(by);
  }

  private void write(CommentRequest request) {
    atMs = request.atMs();
    content = request.text();
    inReport = request.inReport();
  }

  /** In milliseconds of the creative; null where it is about all of it. */
  public Integer atMs() {
    return atMs;
  }

  public String content() {
    return content;
  }

  /** Whether reports contain it. */
  public boolean isInReport() {
    return inReport;
  }
}
