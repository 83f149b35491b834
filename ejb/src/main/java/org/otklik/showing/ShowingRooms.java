package org.otklik.showing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.frame.TrackedFrame;
import org.otklik.camera.LiveFaces;
import org.otklik.identity.Actor;
import org.otklik.json.StoredJson;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.vision.FrameObservation;

/**
 * What goes on in live showings at the moment: images come and are dropped once they are looked at;
 * their scores are stored every two seconds while the creative runs. All of a showing has to reach
 * the same server. After a restart of it everybody comes back, and what was stored is still there.
 */
@ApplicationScoped
public class ShowingRooms {
  /** How far a page's clock may be from ours, on its way and by its own fault. */
  private static final long MAX_EARLY_MS = 5000;

  private static final int MIN_BETWEEN_MS = (int) (1000 / ShowingService.SAMPLE_HZ);

  @Inject private ShowingService showings;
  @Inject private AnalysisService analysis;
  @Inject private LiveFaces faces;

  private final Map<UUID, ShowingRoom> rooms = new ConcurrentHashMap<>();

  /**
   * A participant's page that is connected.
   *
   * @param connection which page it is
   */
  public record Connected(UUID showing, long participation, String name, String connection) {}

  /**
   * What a participant's page is told of its image.
   *
   * @param tile null where as many images as may be are looked at just now
   * @param nextMs after which the next image may come
   */
  public record Answer(ShowingSeat.Tile tile, boolean isPlaying, int nextMs) {}

  /**
   * A participant's page connects; an earlier one of the same participant does no more.
   *
   * @param connection names the page
   * @throws ProblemException as {@link ShowingService#present}
   */
  public Connected connect(String token, String connection) {
    ShowingParticipant present = showings.present(token);
    long id = present.participationId();
    ShowingSeat seat =
        room(present.showing())
            .seats()
            .computeIfAbsent(
                id,
                unknown -> {
                  ShowingSeat taken =
                      new ShowingSeat(id, present.participation().publicId(), present.name());
                  if (present.recording() != null) {
                    long run = analysis.currentRun(present.recording()).id();
                    taken.resume(run, analysis.liveProgress(run));
                  }
                  return taken;
                });
    seat.take(connection);
    return new Connected(present.showing().publicId(), id, present.name(), connection);
  }

  private ShowingRoom room(Showing showing) {
    return rooms.computeIfAbsent(
        showing.publicId(),
        id ->
            new ShowingRoom(
                id,
                showing.creative().campaign().metricSettings().polarity(),
                showing.startedAt() == null ? null : showing.startedAt().toEpochMilli()));
  }

  /**
   * Looks at an image and drops it.
   *
   * @param capturedMs when the camera took it, by the server's clock since 1970, as the page says
   * @throws ProblemException SHOWING_ELSEWHERE, SHOWING_OVER, PARTICIPATION_OVER
   */
  public Answer look(Connected page, byte[] image, double capturedMs)
      throws LiveFaces.UnusableImageException {
    ShowingRoom room = rooms.get(page.showing());
    ShowingSeat seat = room == null ? null : room.seats().get(page.participation());
    if (seat == null) {
      throw new ProblemException(ProblemCode.SHOWING_OVER);
    }
    if (!seat.isOf(page.connection())) {
      throw new ProblemException(ProblemCode.SHOWING_ELSEWHERE);
    }
    long nowMs = System.currentTimeMillis();
    long atMs = Math.min(nowMs, Math.max(nowMs - MAX_EARLY_MS, Math.round(capturedMs)));
    Long startedMs = room.startedMs();
    boolean isKept = startedMs != null && room.isPlaying() && atMs >= startedMs;
    int mediaTimeMs = isKept ? (int) (atMs - startedMs) : 0;
    boolean isChecked = isKept && seat.isChecked(mediaTimeMs);
    Optional<FrameObservation> seen =
        faces.observe("p" + page.participation(), image, mediaTimeMs, isChecked);
    if (seen.isPresent() && isKept) {
      room.tally(page.participation(), seen.get(), atMs);
      if (seat.add(seen.get(), isChecked, nowMs)) {
        store(room, seat);
      }
    } else {
      seen.ifPresent(frame -> seat.show(frame, nowMs));
    }
    return new Answer(
        seen.isPresent() ? seat.tile(nowMs) : null,
        room.isPlaying(),
        Math.max(MIN_BETWEEN_MS, faces.nextAfterMs()));
  }

  private void store(ShowingRoom room, ShowingSeat seat) {
    List<TrackedFrame> frames = seat.taken();
    if (frames.isEmpty()) {
      return;
    }
    Long run = showings.observe(seat.participationId());
    if (run == null) {
      room.leave(seat.participationId());
      throw new ProblemException(ProblemCode.PARTICIPATION_OVER);
    }
    if (seat.runId() == null) {
      analysis.makeRoom(run);
      analysis.begin(run, faces.release());
      seat.begun(run);
    }
    analysis.store(run, frames);
  }

  /**
   * The host's page opens.
   *
   * @throws ProblemException SHOWING_UNKNOWN, SHOWING_OVER; NOT_ALLOWED for readers
   */
  public void open(Actor actor, UUID showingId) {
    actor.requireUpload();
    Showing showing = showings.showing(actor, showingId);
    if (showing.state().isOver()) {
      throw new ProblemException(ProblemCode.SHOWING_OVER);
    }
    room(showing);
  }

  /** What the host sees; empty where the showing is not going on here. */
  public Optional<ShowingRoom.Glance> glance(UUID showingId) {
    return Optional.ofNullable(rooms.get(showingId))
        .map(room -> room.glance(System.currentTimeMillis()));
  }

  /** The host's player runs or stands, at a place of the creative, since that time. */
  public void plays(Actor actor, UUID showingId, boolean isRunning, double atMs, int creativeMs) {
    ShowingRoom room = rooms.get(showingId);
    if (room == null) {
      throw new ProblemException(ProblemCode.SHOWING_OVER);
    }
    if (isRunning) {
      room.started(showings.start(actor, showingId).toEpochMilli());
    }
    long nowMs = System.currentTimeMillis();
    long saidMs = Math.min(nowMs, Math.max(nowMs - MAX_EARLY_MS, Math.round(atMs)));
    room.plays(isRunning, saidMs, creativeMs);
  }

  /**
   * What the host's page noted of its player.
   *
   * @param notes {@link PlayerNotes} as JSON
   */
  public void note(UUID showingId, long noteNo, String notes) {
    showings.note(showingId, noteNo, StoredJson.read(notes, PlayerNotes.class));
  }

  /**
   * Ends a showing; what was observed is analysed.
   *
   * @throws ProblemException SHOWING_UNKNOWN; NOT_ALLOWED for readers
   */
  public Showing end(Actor actor, UUID showingId) {
    actor.requireUpload();
    showings.showing(actor, showingId);
    ShowingRoom room = rooms.get(showingId);
    if (room != null) {
      room.plays(false, System.currentTimeMillis(), 0);
      for (ShowingSeat seat : room.seats().values()) {
        try {
          store(room, seat);
        } catch (ProblemException e) { // has withdrawn: the others' scores are stored all the same
          if (e.code() != ProblemCode.PARTICIPATION_OVER) {
            throw e;
          }
        }
      }
    }
    Showing ended = showings.end(actor, showingId, faces.release());
    rooms.remove(showingId);
    return ended;
  }

  /**
   * Ends a showing and deletes its data for good.
   *
   * @throws ProblemException SHOWING_OVER where they are analysed already
   */
  public Showing discard(Actor actor, UUID showingId) {
    Showing discarded = showings.discard(actor, showingId);
    rooms.remove(showingId);
    return discarded;
  }
}
