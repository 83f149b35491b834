package org.otklik.access.password;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words to be read out or typed once: no letter looks like another. */
public final class OneTimePassword {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimePassword() {}

  /** Some 79 bits, as {@code k7mq-w2xd-h9fa-3rtz}. */
  public static String random() {
    return IntStream.range(0, GROUPS).mapToObj(group -> letters()).collect(Collectors.joining("-"));
  }

  private static String letters() {
    return RANDOM
        .ints(GROUP_LENGTH, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
