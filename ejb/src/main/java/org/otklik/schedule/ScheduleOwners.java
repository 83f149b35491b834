package org.otklik.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.otklik.access.AccessService;
import org.otklik.identity.Actor;

/** Whether the owners of schedules may still run them. */
@ApplicationScoped
class ScheduleOwners {
  @Inject private AccessService access;

  /** The owner, with the rights of now; empty when these do not suffice any more. */
  Optional<Actor> actor(Schedule schedule) {
    return access
        .find(schedule.owner().login())
        .filter(Actor::mayUpload)
        .filter(actor -> actor.maySee(schedule.subject().campaign().client().id()));
  }
}
