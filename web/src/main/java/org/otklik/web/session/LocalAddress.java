package org.otklik.web.session;

/** Addresses that a sign-in may lead to. */
public final class LocalAddress {
  public static final String HOME = "/index.xhtml";

  private LocalAddress() {}

  /**
   * The address if it is a path of this portal's pages, else the home page: a sign-in must not send
   * anybody to another site ({@code //evil}, {@code /\evil}, {@code https:evil}) or into the API.
   */
  public static String orHome(String address) {
    boolean local =
        address != null
            && address.matches("/[a-z-]+\\.xhtml(\\?[A-Za-z0-9=&%_.-]*)?")
            && !address.startsWith(RequestPaths.SIGN_IN)
            && !address.startsWith(RequestPaths.SET_UP);
    return local ? address : HOME;
  }
}
