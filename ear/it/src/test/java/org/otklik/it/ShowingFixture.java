package org.otklik.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.otklik.launcher.RestClient;

/** A live showing, and its sockets as the pages of host and participants use them. */
final class ShowingFixture {
  private final RestClient analyst;
  private final JsonObject showing;

  private ShowingFixture(RestClient analyst, JsonObject showing) {
    this.analyst = analyst;
    this.showing = showing;
  }

  static ShowingFixture create(RestClient analyst, String campaign, String creative)
      throws IOException, InterruptedException {
    JsonObject order =
        Json.createObjectBuilder()
            .add("name", "Showing")
            .add("creative", creative)
            .add("consentEn", "Your face is looked at.")
            .add("consentRu", "Программа смотрит на ваше лицо.")
            .build();
    return new ShowingFixture(analyst, analyst.post("campaigns/" + campaign + "/showings", order));
  }

  String id() {
    return showing.getString("id");
  }

  String link() {
    return showing.getString("link");
  }

  String code() {
    return link().replaceAll(".*link=", "");
  }

  JsonObject end() throws IOException, InterruptedException {
    return analyst.post("showings/" + id() + "/end", Json.createObjectBuilder().build());
  }

  JsonObject discard() throws IOException, InterruptedException {
    return analyst.post("showings/" + id() + "/discard", Json.createObjectBuilder().build());
  }

  HttpResponse<String> join(String name) throws IOException, InterruptedException {
    return StudyFixture.ask(
        "POST",
        "showing-links/" + code() + "/participants",
        Json.createObjectBuilder().add("language", "en").add("name", name));
  }

  /** A participant who has agreed; gives the secret. */
  String agreed(String name) throws IOException, InterruptedException {
    String token = StudyFixture.object(join(name)).getString("token");
    JsonObject link =
        StudyFixture.object(
            StudyFixture.ask("GET", "showing-links/" + code(), (JsonObjectBuilder) null));
    String sha256 = link.getJsonObject("consent").getJsonObject("en").getString("sha256");
    StudyFixture.ask(
        "POST",
        "participations/" + token + "/consent",
        Json.createObjectBuilder().add("textSha256", sha256).add("isOldEnough", true));
    return token;
  }

  /** One end of a socket: what comes is queued. */
  static final class Line implements WebSocket.Listener {
    private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    /**
     * @param cookies null for nobody's
     */
    static Line open(String path, String cookies) {
      Line line = new Line();
      WebSocket.Builder builder =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Origin", TestGround.portal().toString().replaceFirst("/$", ""));
      if (cookies != null) {
        builder.header("Cookie", cookies);
      }
      URI address =
          URI.create(TestGround.portal().resolve(path).toString().replaceFirst("http", "ws"));
      line.socket = builder.buildAsync(address, line).join();
      return line;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        try (JsonReader reader = Json.createReader(new StringReader(text.toString()))) {
          heard.add(reader.readObject());
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    void send(JsonObjectBuilder message) {
      socket.sendText(message.build().toString(), true).join();
    }

    /** As a participant's page sends it. */
    void send(byte[] jpeg, long capturedMs) {
      ByteBuffer message = ByteBuffer.allocate(Double.BYTES + jpeg.length);
      message.putDouble(capturedMs).put(jpeg).flip();
      socket.sendBinary(message, true).join();
    }

    JsonObject next() throws InterruptedException {
      JsonObject next = heard.poll(30, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("No answer on the socket");
      }
      return next;
    }

    /** The next one with that field. */
    JsonObject next(String field) throws InterruptedException {
      JsonObject next = next();
      while (!next.containsKey(field)) {
        next = next();
      }
      return next;
    }

    void close() {
      socket.abort();
    }
  }
}
