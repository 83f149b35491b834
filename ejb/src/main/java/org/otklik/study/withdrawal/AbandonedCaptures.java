package org.otklik.study.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.otklik.study.capture.CaptureIntake;

/** Deletes the files of what was on its way, once nobody can go on with it. */
@ApplicationScoped
class AbandonedCaptures {
  @Inject private CaptureIntake intake;

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CapturesAbandoned abandoned) {
    abandoned.captures().forEach(intake::forget);
  }
}
