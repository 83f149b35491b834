package org.otklik.storage.object;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.outage.DatabaseWatch;
import org.otklik.settings.ObjectStoreSettings;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.MediaStore;

/**
 * Deletes this node's copies of content that another node has deleted for good, and those that
 * stand in the way of what arrives.
 */
@Singleton
public class ForeignCopies {
  @PersistenceContext private EntityManager em;
  @Inject private MediaStore store;
  @Inject private ObjectStoreSettings settings;
  @Inject private DatabaseWatch database;

  public void giveWay(@Observes MediaDisk.RoomWanted wanted) {
    store.makeRoom(wanted.bytes());
  }

  /** A minute after a viewer was deleted nothing of the viewer is left anywhere. */
  @Schedule(hour = "*", minute = "*", second = "47", persistent = false)
  void remove() {
    if (!settings.isSetUp() || database.isAway()) {
      return;
    }
    Set<String> copies = new HashSet<>(store.copies());
    if (copies.isEmpty()) {
      return;
    }
    List<?> known =
        em.createNativeQuery(
                "select sha256 from core.media_object where sha256 = any(:keys)", String.class)
            .setParameter("keys", copies.toArray(String[]::new))
            .getResultList();
    copies.removeAll(known.stream().map(String.class::cast).collect(Collectors.toSet()));
    copies.forEach(store::removeCopy);
  }
}
