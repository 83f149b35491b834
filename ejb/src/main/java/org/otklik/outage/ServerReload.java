package org.otklik.outage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Has the server begin anew, in the same process. What of it cannot start without the database,
 * such as the repository of the batch jobs, is started once and never tried again.
 */
final class ServerReload {
  private static final Logger LOG = System.getLogger(ServerReload.class.getName());
  private static final String SERVER = "jboss.as:management-root=server";
  private static final String RELOAD = "reload";

  private ServerReload() {}

  /** On a thread of its own: the server waits for the end of those that it lends to beans. */
  static void begin() {
    new Thread(ServerReload::reload, "server-reload").start();
  }

  private static void reload() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(new ObjectName(SERVER), RELOAD, new Object[0], new String[0]);
    } catch (JMException e) {
      LOG.log(Level.ERROR, "The server cannot begin anew by itself: restart it", e);
    }
  }
}
