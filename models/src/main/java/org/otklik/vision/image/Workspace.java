package org.otklik.vision.image;

/** Native memory that one call uses at a time, and that is used again by the next. */
public interface Workspace extends AutoCloseable {

  /** Frees the memory. */
  @Override
  void close();
}
