package org.otklik.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line between a browser and a server, as a port of its own: it can stall at a given byte and
 * break, so that a bad moment comes when the test wants it.
 */
final class ConnectionFixture implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServerSocket door;
  private final URI server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private long passing = Long.MAX_VALUE;
  private boolean stalled;

  private ConnectionFixture(ServerSocket door, URI server) {
    this.door = door;
    this.server = server;
  }

  static ConnectionFixture to(URI server) throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ConnectionFixture line = new ConnectionFixture(door, server);
    start(line::accept);
    return line;
  }

  /** Where the browser finds the server. */
  String address() {
    return "http://127.0.0.1:" + door.getLocalPort() + "/";
  }

  /** After so many bytes from the browser nothing more gets through. */
  synchronized void stallAfter(long bytes) {
    passing = bytes;
    stalled = false;
  }

  /** Waits until so much has been sent. */
  synchronized void awaitStall() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!stalled) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("So much was never sent.");
      }
      wait(PATIENCE.toMillis());
    }
  }

  /** Everything gets through again. */
  synchronized void flow() {
    passing = Long.MAX_VALUE;
    stalled = false;
    notifyAll();
  }

  /** Ends every connection, as a router that is switched off. */
  void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket browser = door.accept();
        open.add(browser);
        start(() -> connect(browser));
      } catch (IOException e) {
        return; // closed at the test's end
      }
    }
  }

  private void connect(Socket browser) {
    try (browser;
        Socket upstream = new Socket(server.getHost(), server.getPort())) {
      open.add(upstream);
      start(() -> carry(upstream, browser, false));
      carry(browser, upstream, true);
      open.remove(upstream);
    } catch (IOException e) {
      TestGround.console().say("The line's server does not answer: " + e.getMessage());
    } finally {
      open.remove(browser);
    }
  }

  private void carry(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        int sent = 0;
        while (sent < read) {
          int part = counted ? admit(read - sent) : read - sent;
          out.write(buffer, sent, part);
          sent += part;
        }
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from); // broken on one side is broken on the other
      close(to);
    }
  }

  private synchronized int admit(int wanted) {
    while (passing == 0) {
      stalled = true;
      notifyAll();
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return wanted;
      }
    }
    int part = (int) Math.min(wanted, passing);
    passing -= passing == Long.MAX_VALUE ? 0 : part;
    return part;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
    flow();
  }
}
