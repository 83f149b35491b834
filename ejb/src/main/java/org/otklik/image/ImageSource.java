package org.otklik.image;

/** Where the pictures of a batch came from. */
public enum ImageSource {
  ZIP,
  FILES,
  FOLDER
}
