package org.otklik.upload;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.otklik.storage.PartialVideos;

/** Forgets uploads that nobody goes on with, every hour; several nodes may do so at once. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadRetention {
  private static final System.Logger LOG = System.getLogger(UploadRetention.class.getName());

  @Inject private UploadService uploads;
  @Inject private PartialVideos partials;

  @Schedule(hour = "*", minute = "41", persistent = false)
  public void removeExpired() {
    int all = 0;
    for (List<UUID> gone = uploads.removeExpired();
        !gone.isEmpty();
        gone = uploads.removeExpired()) {
      gone.forEach(partials::remove);
      all += gone.size();
    }
    if (all > 0) {
      LOG.log(System.Logger.Level.INFO, "{0} uploads were forgotten, their time being over", all);
    }
  }
}
