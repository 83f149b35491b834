package org.otklik.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnCookiesTest {
  @Test
  void cookiesOfOthersAreNotPassedOn() {
    assertEquals(
        "otklik-session=abc.node; otklik-zone=Europe%2FMoscow",
        OwnCookies.own(
            List.of("user=Иван; otklik-session=abc.node;a=\u0001", "otklik-zone=Europe%2FMoscow")));
    assertEquals("", OwnCookies.own(List.of("otklik-x=é", ";;", "otklik")));
  }

  @Test
  void thereAreNeverTooManyForTheServer() {
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> "otklik-" + i + "=1")
            .collect(Collectors.joining(";"));
    assertEquals(50, OwnCookies.own(List.of(many)).split("; ").length);
  }
}
