package org.otklik.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * A mail server for one mail, which refuses recipients {@code never@…} for good and {@code later@…}
 * for now, and answers the mail's content as it is told: what GreenMail cannot be asked for.
 */
final class StubbornServer implements AutoCloseable {
  private static final int MAX_WAIT_MS = 10_000;

  private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final StringBuffer heard = new StringBuffer();
  private final String answerToContent;
  private final Thread thread;

  StubbornServer(String answerToContent) throws IOException {
    this.answerToContent = answerToContent;
    thread = new Thread(this::serve, "stubborn-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** All that was said to it. */
  String heard() {
    return heard.toString();
  }

  private void serve() {
    try (Socket client = socket.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
      out.print("220 stubborn\r\n");
      out.flush();
      boolean content = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.append(line).append('\n');
        if (content && !line.equals(".")) {
          continue;
        }
        out.print((content ? answerToContent : answer(line)) + "\r\n");
        out.flush();
        content = line.equals("DATA");
      }
    } catch (SocketException closed) {
      // the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answer(String line) {
    if (line.startsWith("RCPT TO:<never")) {
      return "550 5.1.1 nobody of that name";
    }
    if (line.startsWith("RCPT TO:<later")) {
      return "450 4.2.0 greylisted";
    }
    return line.equals("DATA") ? "354 go on" : "250 fine";
  }

  /** Until its thread has ended the kernel may still let somebody in. */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      thread.join(MAX_WAIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
