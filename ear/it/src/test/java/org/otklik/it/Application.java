package org.otklik.it;

import jakarta.enterprise.inject.spi.CDI;

/** The running application, for tests that were deployed beside it. */
final class Application {
  private Application() {}

  /** A bean of the application: CDI asks the thread whose beans are meant. */
  static <T> T bean(Class<T> type) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(type.getClassLoader());
    try {
      return CDI.current().select(type).get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
