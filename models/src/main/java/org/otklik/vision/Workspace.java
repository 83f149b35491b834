package org.otklik.vision;

/** Native memory that one call uses at a time, and that is used again by the next. */
interface Workspace extends AutoCloseable {

  /** Frees the memory. */
  @Override
  void close();
}
