package org.otklik.web.showing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Locale;
import org.otklik.problem.ProblemException;
import org.otklik.showing.ShowingRoom;
import org.otklik.showing.ShowingSeat;

/** What the sockets of a live showing say, as JSON. */
final class SocketAnswers {
  private SocketAnswers() {}

  /** The page's own time back, and ours: by the quickest way of several it knows our clock. */
  static JsonObject pong(JsonObject ping) {
    return Json.createObjectBuilder()
        .add("pong", ping.get("ping"))
        .add("serverMs", System.currentTimeMillis())
        .build();
  }

  static JsonObject problem(ProblemException problem, Locale locale) {
    return Json.createObjectBuilder()
        .add("code", problem.code().name())
        .add("detail", problem.sentence(locale))
        .build();
  }

  static JsonObjectBuilder tile(ShowingSeat.Tile tile) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("participant", tile.participant().toString())
            .add("name", tile.name() == null ? "" : tile.name())
            .add("presence", tile.presence());
    if (tile.reason() != null) {
      json.add("reason", tile.reason().name());
    }
    if (tile.emotion() != null) {
      json.add("emotion", tile.emotion().name());
    }
    return json;
  }

  static String glance(ShowingRoom.Glance glance) {
    JsonArrayBuilder tiles = Json.createArrayBuilder();
    glance.participants().forEach(one -> tiles.add(tile(one)));
    JsonArrayBuilder curve = Json.createArrayBuilder();
    glance
        .curve()
        .forEach(
            point ->
                curve.add(
                    Json.createArrayBuilder()
                        .add(point.second())
                        .add(point.positive())
                        .add(point.negative())
                        .add(point.neutral())));
    return Json.createObjectBuilder()
        .add("isPlaying", glance.isPlaying())
        .add("participants", tiles)
        .add("curve", curve)
        .build()
        .toString();
  }

  static void close(Session session, CloseReason.CloseCodes code) throws IOException {
    if (session.isOpen()) {
      session.close(new CloseReason(code, code.name()));
    }
  }
}
