package org.otklik.web.showing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.showing.ShowingRooms;

/** Tells hosts' pages every second what goes on in their showings; reads no database. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HostUpdates {
  @Inject private ShowingRooms rooms;

  private final Map<Session, UUID> pages = new ConcurrentHashMap<>();

  public void join(UUID showing, Session page) {
    pages.put(page, showing);
  }

  public void leave(Session page) {
    pages.remove(page);
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void beat() {
    pages.forEach(
        (page, showing) ->
            rooms
                .glance(showing)
                .filter(glance -> page.isOpen())
                .ifPresent(glance -> page.getAsyncRemote().sendText(SocketAnswers.glance(glance))));
  }
}
