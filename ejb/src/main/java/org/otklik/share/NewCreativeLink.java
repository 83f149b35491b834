package org.otklik.share;

/**
 * A link just made.
 *
 * @param token the secret part of its address; known now and never again
 */
public record NewCreativeLink(CreativeLink link, String token) {
  @Override
  public String toString() {
    return "NewCreativeLink[" + link.publicId() + "]"; // never the token
  }
}
