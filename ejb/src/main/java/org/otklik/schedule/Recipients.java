package org.otklik.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.mail.MailAddress;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Who gets the mail; nobody where the reports are only to be kept. */
@Embeddable
public class Recipients {
  public static final int MAX_COUNT = 50;

  @Column(name = "recipients_to")
  private List<String> to = List.of();

  @Column(name = "recipients_cc")
  private List<String> cc = List.of();

  @Column(name = "recipients_bcc")
  private List<String> bcc = List.of();

  protected Recipients() {}

  private Recipients(List<String> to, List<String> cc, List<String> bcc) {
    this.to = to;
    this.cc = cc;
    this.bcc = bcc;
  }

  /**
   * @throws ProblemException naming what is no address, or when there are too many
   */
  public static Recipients of(List<String> to, List<String> cc, List<String> bcc) {
    Recipients recipients =
        new Recipients(checked("to", to), checked("cc", cc), checked("bcc", bcc));
    int count = recipients.all().size();
    if (count > MAX_COUNT) {
      throw new ProblemException(ProblemCode.FIELD_INVALID, "to, cc, bcc", count, "≤ " + MAX_COUNT);
    }
    return recipients;
  }

  private static List<String> checked(String field, List<String> texts) {
    return texts.stream().map(text -> MailAddress.of(field, text)).distinct().toList();
  }

  public List<String> to() {
    return to;
  }

  public List<String> cc() {
    return cc;
  }

  public List<String> bcc() {
    return bcc;
  }

  /** Everybody, once. */
  public List<String> all() {
    return Stream.of(to, cc, bcc).flatMap(List::stream).distinct().toList();
  }
}
