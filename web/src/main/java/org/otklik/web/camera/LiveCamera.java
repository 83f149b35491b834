package org.otklik.web.camera;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.otklik.camera.LiveFace;
import org.otklik.camera.LiveFaces;

/**
 * Answers each image of a camera with the faces in it; nothing is kept. The page sends the next
 * image when it has the answer, so that nothing queues up.
 */
@ServerEndpoint("/live/camera")
public class LiveCamera {
  private static final System.Logger LOG = System.getLogger(LiveCamera.class.getName());

  /** A JPEG of 320 × 240 pixels has about 10 kB. */
  private static final int MAX_IMAGE_BYTES = 128 << 10;

  private static final int MAX_OPEN = 50;
  private static final int MAX_OF_USER = 4;
  private static final int MAX_IDLE_MS = 60_000;

  @Inject private LiveFaces faces;

  @OnOpen
  public void open(Session session) throws IOException {
    if (session.getUserPrincipal() == null) {
      close(session, CloseReason.CloseCodes.VIOLATED_POLICY);
      return;
    }
    String login = session.getUserPrincipal().getName();
    long own =
        session.getOpenSessions().stream()
            .filter(one -> one.getUserPrincipal() != null)
            .filter(one -> one.getUserPrincipal().getName().equals(login))
            .count();
    if (session.getOpenSessions().size() > MAX_OPEN || own > MAX_OF_USER) {
      close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
      return;
    }
    session.setMaxIdleTimeout(MAX_IDLE_MS);
  }

  @OnMessage(maxMessageSize = MAX_IMAGE_BYTES)
  public String look(byte[] image, Session session) {
    try {
      return faces
          .observe(session.getId(), image, 0, false)
          .map(seen -> answer(seen.faces().stream().map(LiveFace::of).toList()))
          .orElseGet(() -> Json.createObjectBuilder().add("isBusy", true))
          .add("nextMs", faces.nextAfterMs())
          .build()
          .toString();
    } catch (LiveFaces.UnusableImageException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0}", e.toString());
      return Json.createObjectBuilder().add("isUnusable", true).build().toString();
    }
  }

  private static JsonObjectBuilder answer(List<LiveFace> seen) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    seen.forEach(face -> all.add(json(face)));
    return Json.createObjectBuilder().add("faces", all);
  }

  private static JsonObjectBuilder json(LiveFace face) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add(
                "box",
                Json.createArrayBuilder()
                    .add(face.box().xPx())
                    .add(face.box().yPx())
                    .add(face.box().widthPx())
                    .add(face.box().heightPx()));
    if (face.reason() != null) {
      return json.add("reason", face.reason().name());
    }
    return json.add("emotions", json(face.emotions())).add("groups", json(face.groups()));
  }

  private static <K extends Enum<K>> JsonObjectBuilder json(Map<K, Double> probabilities) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    probabilities.forEach((key, value) -> json.add(key.name(), Math.round(value * 1e4) / 1e4));
    return json;
  }

  private static void close(Session session, CloseReason.CloseCodes code) throws IOException {
    session.close(new CloseReason(code, code.name()));
  }

  @OnError
  public void fail(Session session, Throwable thrown) throws IOException {
    LOG.log(System.Logger.Level.DEBUG, "A camera has gone: {0}", thrown.toString());
    if (session.isOpen()) {
      close(session, CloseReason.CloseCodes.GOING_AWAY);
    }
  }
}
