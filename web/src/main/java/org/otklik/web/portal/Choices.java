package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links to the same page with another language or other colours. */
@Named
@RequestScoped
public class Choices {
  @Inject private HttpServletRequest request;

  /** Address, relative to the page, that chooses and keeps what the page is about. */
  public String address(String parameter, String value) {
    String rest = without(request.getQueryString());
    return "?" + parameter + "=" + value + (rest.isEmpty() ? "" : "&" + rest);
  }

  /** The query without any choice. */
  static String without(String query) {
    return Stream.ofNullable(query)
        .flatMap(all -> Arrays.stream(all.split("&")))
        .filter(one -> !one.isEmpty())
        .filter(
            one -> Arrays.stream(Choice.values()).noneMatch(c -> one.startsWith(c.parameter + "=")))
        .collect(Collectors.joining("&"));
  }
}
