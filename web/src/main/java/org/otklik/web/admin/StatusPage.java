package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.otklik.administration.OperatingService;
import org.otklik.administration.Trouble;
import org.otklik.administration.TroubleKind;
import org.otklik.web.portal.Figures;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code admin-status.xhtml}: what is wrong, and what to do about it. */
@Named
@RequestScoped
public class StatusPage {
  @Inject private OperatingService operating;
  @Inject private CurrentActor me;
  @Inject private Wording wording;
  @Inject private Figures figures;
  @Inject private StoragePage storage;

  private List<TroubleView> troubles;

  public List<TroubleView> getTroubles() {
    if (troubles == null) {
      troubles = operating.troubles(me.get()).stream().map(this::view).toList();
    }
    return troubles;
  }

  /** When the page was made. */
  public Instant getNow() {
    return Instant.now();
  }

  private TroubleView view(Trouble trouble) {
    TroubleKind kind = trouble.kind();
    return new TroubleView(
        wording.of("trouble." + kind.name(), figure(trouble, 0), figure(trouble, 1)),
        wording.word("trouble-help", kind),
        room(kind),
        kind.severity() != TroubleKind.Severity.WARNING);
  }

  private String figure(Trouble trouble, int index) {
    Object figure = index < trouble.figures().size() ? trouble.figures().get(index) : "";
    if (figure == null) {
      return wording.of("trouble.never");
    }
    if (figure instanceof Instant instant) {
      return figures.instant(instant);
    }
    if (figure instanceof Long bytes && isOfDisk(trouble.kind())) {
      return storage.size(bytes);
    }
    return figure.toString();
  }

  private static boolean isOfDisk(TroubleKind kind) {
    return kind == TroubleKind.DISK_FULL || kind == TroubleKind.DISK_NEARLY_FULL;
  }

  private static String room(TroubleKind kind) {
    return switch (kind) {
      case DISK_FULL, DISK_NEARLY_FULL -> "storage";
      case NODE_LOST, NODE_SILENT, DECODER_FAILING, JOBS_FAILED, JOBS_WAITING -> "jobs";
      case RETENTION_MISSED -> "retention";
      case DATABASE_AWAY,
          DATABASE_READ_ONLY,
          STORE_AWAY,
          DATABASE_CONNECTIONS,
          MAIL_REFUSED,
          BACKUP_OLD ->
          null;
    };
  }
}
