package org.otklik.launcher;

import java.io.IOException;
import org.otklik.platform.Console;

/** {@code mvn -Pdist}: makes the configured server that the ZIP takes in. */
public final class ProvisionCommand {
  private ProvisionCommand() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    new ServerProvisioner(BuildLayout.current(), Console.terminal()).provision();
  }
}
