package org.otklik.study.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.PartialVideos;
import org.otklik.storage.StagedVideo;
import org.otklik.storage.VideoIntake;

/** Receives what a viewer's browser records, part by part, and takes it in when it is whole. */
@ApplicationScoped
public class CaptureIntake {
  /** Of one part; the page cuts what is larger. */
  public static final int MAX_PART_BYTES = 256 << 10;

  /**
   * Some minutes before and after a creative, and a generous camera: eight times what pages ask.
   */
  private static final long MAX_SPARE_BYTES = 64 << 20;

  private static final long MAX_BYTES_A_MS = 700;

  @Inject private CaptureService captures;
  @Inject private PartialVideos partials;
  @Inject private VideoIntake intake;
  @Inject private ServerSettings settings;

  /** Begins a recording of the creative; an unfinished one of it is forgotten. */
  public Capture begin(String token, UUID creativeId) {
    Capture begun = captures.begin(token, creativeId);
    captures.captures(token).stream()
        .filter(one -> one.state() == CaptureState.ABANDONED)
        .forEach(one -> forget(one.publicId()));
    return begun;
  }

  /** Deletes what has arrived. */
  public void forget(UUID id) {
    partials.settledSize(id); // a writer would go on in the deleted file
    partials.remove(id);
  }

  /** How many bytes have arrived; a writer that still waits for a lost connection is stopped. */
  public long arrived(String token, UUID id) {
    requireArriving(captures.capture(token, id));
    return partials.settledSize(id);
  }

  /**
   * Adds a part.
   *
   * @param offset where it begins; must be where the recording ends by now
   * @return how many bytes have arrived after it
   * @throws ProblemException UPLOAD_OFFSET_WRONG, UPLOAD_BROKEN_OFF, DISK_FULL, FILM_TOO_LARGE
   */
  public long append(String token, UUID id, long offset, InputStream content) {
    Capture capture = captures.capture(token, id);
    requireArriving(capture);
    long most =
        Math.min(
            settings.uploadLimitBytes(),
            MAX_SPARE_BYTES + MAX_BYTES_A_MS * capture.creative().durationMs());
    if (offset + MAX_PART_BYTES > most) {
      throw new ProblemException(ProblemCode.FILM_TOO_LARGE, (most >> 20) + " MiB");
    }
    long arrived = partials.append(id, offset, offset + MAX_PART_BYTES, content, null);
    captures.prolong(token, id);
    return arrived;
  }

  private static void requireArriving(Capture capture) {
    switch (capture.state()) {
      case ARRIVING -> {
        // as it should be
      }
      case TAKEN -> throw new ProblemException(ProblemCode.CAPTURE_DONE);
      case REFUSED -> throw new ProblemException(capture.failureCode());
      case ABANDONED -> throw new ProblemException(ProblemCode.CAPTURE_UNKNOWN);
    }
  }

  /**
   * The recording is whole: it becomes a recording of the creative. Asking again after a lost
   * answer does no harm.
   *
   * @throws ProblemException UPLOAD_OFFSET_WRONG where less or more has arrived than was sent; why
   *     the recording cannot be used; FILM_SERVER_BUSY, DISK_FULL: ask again
   */
  public void end(String token, UUID id, PlaybackRequest playback) {
    Capture capture = captures.capture(token, id);
    if (capture.state() == CaptureState.TAKEN) {
      return;
    }
    requireArriving(capture);
    long arrived = partials.settledSize(id);
    if (arrived != playback.sizeBytes().longValue()) {
      throw new ProblemException(
          ProblemCode.UPLOAD_OFFSET_WRONG, playback.sizeBytes().longValue(), arrived);
    }
    try {
      if (arrived == 0) {
        throw new ProblemException(ProblemCode.FILM_EMPTY);
      }
      StagedVideo video = intake.examine(partials.path(id));
      try {
        captures.take(token, id, video, playback);
      } finally {
        video.file().takeBack();
      }
      partials.remove(id);
    } catch (ProblemException refusal) {
      if (!passes(refusal.code())) {
        captures.refuse(token, id, refusal.code());
        partials.remove(id);
      }
      throw refusal;
    }
  }

  /** What has arrived is kept, and the page asks again. */
  private static boolean passes(ProblemCode code) {
    return code == ProblemCode.DISK_FULL
        || code == ProblemCode.PARTICIPATION_OVER
        || code.kind() == ProblemCode.Kind.UNAVAILABLE;
  }

  /** Gives up what nobody goes on with, and deletes what had arrived of it. */
  int forgetSilent() {
    int all = 0;
    for (var gone = captures.abandonSilent(); !gone.isEmpty(); gone = captures.abandonSilent()) {
      gone.forEach(this::forget);
      all += gone.size();
    }
    return all;
  }
}
