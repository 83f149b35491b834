package org.otklik.settings;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How a server without users is set up.
 *
 * @param code that the set-up page asks for; null: a new one at each start, written to the log
 */
public record SetUpSettings(@ConfigProperty(name = "otklik.setup.code") @Secret String code) {

  /** Without the code. */
  @Override
  public String toString() {
    return "SetUpSettings[]";
  }
}
