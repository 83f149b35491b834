package org.otklik.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine that nobody listens on, at the time of asking. */
public final class FreePorts {
  private static final int HIGHEST = 65_535;

  private FreePorts() {}

  public static int any() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The first free port from the wished one upwards. */
  public static int from(int wished) throws LaunchException {
    for (int port = wished; port <= Math.min(wished + 1000, HIGHEST); port++) {
      if (isFree(port)) {
        return port;
      }
    }
    throw new LaunchException("No free TCP port from " + wished + " upwards.");
  }

  /** Asks for all addresses and for the loopback: either may be taken alone. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && canBind(new InetSocketAddress(port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
