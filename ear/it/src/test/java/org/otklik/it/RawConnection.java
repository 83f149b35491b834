package org.otklik.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** HTTP/1.1 by hand, for what no client library sends: foreign hosts, bodies that never end. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;

  private final Socket socket;
  private final OutputStream out;
  private final BufferedReader in;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  static RawConnection to(URI server) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_MS);
    return new RawConnection(socket);
  }

  /** Sends lines of a request's head, without the empty one that ends it. */
  RawConnection send(String... lines) throws IOException {
    return write(String.join("\r\n", lines) + "\r\n");
  }

  RawConnection write(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawConnection write(byte[] content) throws IOException {
    out.write(content);
    out.flush();
    return this;
  }

  /** Waits for an answer's head: its status line and headers. */
  List<String> head() throws IOException {
    List<String> head = new ArrayList<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.add(line);
    }
    return head;
  }

  /** Waits for an answer; 0 when the connection is closed without one. */
  int status() throws IOException {
    List<String> head = head();
    return head.isEmpty() ? 0 : Integer.parseInt(head.get(0).split(" ")[1]);
  }

  /** Waits for an answer; −1 when the connection is closed without one. */
  int firstByte() throws IOException {
    return in.read();
  }

  /** Whether something was answered by now. */
  boolean isAnswered() throws IOException {
    return in.ready();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
