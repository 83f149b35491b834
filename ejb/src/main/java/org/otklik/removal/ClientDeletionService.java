package org.otklik.removal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.otklik.access.AccessService;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.BinService;
import org.otklik.identity.Actor;
import org.otklik.identity.Client;
import org.otklik.image.ImageBatch;
import org.otklik.image.ImageService;
import org.otklik.problem.ProblemException;

/** Clients that are deleted for good, with all that they own; for administrators. */
@Stateless
public class ClientDeletionService {
  @Inject private AccessService access;
  @Inject private BinService bin;
  @Inject private ImageService images;
  @Inject private ClientRows rows;
  @Inject private AuditService audit;

  /** What would be deleted with each client, by code. */
  public Map<String, ClientContents> contents(Actor actor) {
    actor.requireAdministrator();
    return rows.contents();
  }

  /**
   * Deletes the client with its campaigns and images; no bin keeps them. Its users stay.
   *
   * @throws ProblemException CLIENT_UNKNOWN
   */
  public void delete(Actor actor, String code) {
    actor.requireAdministrator();
    Client client = access.client(actor, code);
    client.delete(Instant.now());
    for (ImageBatch batch : images.batches(actor)) {
      if (batch.client().id().equals(client.id())) {
        images.remove(actor, batch.publicId());
      }
    }
    audit.done(actor, AuditKind.CLIENT_DELETED, AuditSubject.client(client));
    bin.deleteAll(actor, client);
  }
}
