package org.otklik.launcher;

import java.io.IOException;
import java.net.URI;

/**
 * The demo's story, told to the running application over its public REST interface as any user's
 * program would.
 *
 * <p>The scenario itself (a campaign, its ad, the viewers' recordings, the report) belongs in
 * {@link #run}; it gets what it needs from {@link DemoOptions}.
 */
final class Demo {
  private final DemoOptions options;
  private final URI portal;
  private final Console console;

  Demo(DemoOptions options, URI portal, Console console) {
    this.options = options;
    this.portal = portal;
    this.console = console;
  }

  /** Runs the scenario to its end and tells where the results are. */
  void run() throws IOException, InterruptedException {
    console.show("");
    console.show("  Portal   " + portal);
    console.show("  Files    " + options.folder());
    console.show("");
  }
}
