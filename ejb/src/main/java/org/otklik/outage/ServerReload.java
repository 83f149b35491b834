package org.otklik.outage;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Has the server begin anew, in the same process. What of it cannot start without the database,
 * such as the repository of the batch jobs, is started once and never tried again.
 */
final class ServerReload {
  private static final String SERVER = "jboss.as:management-root=server";
  private static final String RELOAD = "reload";

  private ServerReload() {}

  static void begin() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(new ObjectName(SERVER), RELOAD, new Object[0], new String[0]);
    } catch (JMException e) {
      throw new IllegalStateException("No reload by the management interface", e);
    }
  }
}
