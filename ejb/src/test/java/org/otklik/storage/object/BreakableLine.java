package org.otklik.storage.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The network between a server and its object store: it can be cut, and damage what it carries. */
final class BreakableLine implements AutoCloseable {
  private final int storePort;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong untilDamage = new AtomicLong(Long.MAX_VALUE);
  private ServerSocket door;

  BreakableLine(int storePort) throws IOException {
    this.storePort = storePort;
    this.port = ObjectStoreFixture.freePort();
    mend();
  }

  int port() {
    return port;
  }

  synchronized void mend() throws IOException {
    untilCut.set(Long.MAX_VALUE);
    untilDamage.set(Long.MAX_VALUE);
    if (door == null) {
      door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      ServerSocket current = door;
      daemon(() -> accept(current));
    }
  }

  /** Nobody answers any more. */
  synchronized void cut() throws IOException {
    if (door != null) {
      door.close();
      door = null;
    }
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  /** Once so many bytes more have gone to the store. */
  void cutAfter(long bytes) {
    untilCut.set(bytes);
  }

  /** The byte after so many to the store becomes another one. */
  void damageAfter(long bytes) {
    untilDamage.set(bytes);
  }

  private void accept(ServerSocket current) {
    try {
      while (true) {
        Socket server = current.accept();
        Socket store = new Socket(InetAddress.getLoopbackAddress(), storePort);
        open.add(server);
        open.add(store);
        daemon(() -> pump(server, store, true));
        daemon(() -> pump(store, server, false));
      }
    } catch (IOException e) {
      // cut
    }
  }

  private void pump(Socket from, Socket to, boolean isToStore) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[1 << 14];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (isToStore) {
          if (untilCut.addAndGet(-read) < 0) {
            cut();
            return;
          }
          long damage = untilDamage.getAndAdd(-read);
          if (damage >= 0 && damage < read) {
            buffer[(int) damage] ^= 1;
          }
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // the other side went away
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "breakable-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
