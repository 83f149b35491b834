package org.otklik.settings;

/** Where people find the portal, as {@code otklik.portal.url} says it. */
final class PortalAddress {
  static final String REGEXP = "https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?";
  static final String FORM = "like https://host/";

  private PortalAddress() {}

  /** Paths are put behind it; null stays null. */
  static String withoutSlash(String address) {
    return address == null ? null : address.replaceAll("/+$", "");
  }
}
