package org.otklik.mail;

import java.util.regex.Pattern;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Addresses as people write them into forms. */
public final class MailAddress {
  /** RFC 5321, 4.5.3.1.3: a path of 256 characters, without its angle brackets. */
  public static final int MAX_LENGTH = 254;

  public static final String EXAMPLE = "name@example.com";

  /** "Valid e-mail address" of the HTML standard: no comment, no quoting, so nothing to smuggle. */
  public static final String PATTERN =
      "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
          + "@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
          + "(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*";

  private static final Pattern VALID = Pattern.compile(PATTERN);

  private MailAddress() {}

  /**
   * The trimmed address.
   *
   * @throws ProblemException when it is none
   */
  public static String of(String field, String text) {
    String address = text == null ? "" : text.strip();
    if (!isValid(address)) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field, Fields.shortened(address), EXAMPLE);
    }
    return address;
  }

  public static boolean isValid(String address) {
    return address.length() <= MAX_LENGTH && VALID.matcher(address).matches();
  }
}
