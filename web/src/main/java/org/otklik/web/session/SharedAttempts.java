package org.otklik.web.session;

import java.time.Instant;
import java.util.List;
import org.otklik.access.AttemptKind;
import org.otklik.access.AttemptRegister;

/** The attempts of one kind that all servers know of. */
public interface SharedAttempts {
  /** When somebody failed since then, the oldest first. */
  List<Instant> since(String subject, Instant limit);

  void add(String subject, Instant at);

  void forget(String subject);

  static SharedAttempts of(AttemptRegister register, AttemptKind kind) {
    return new SharedAttempts() {
      @Override
      public List<Instant> since(String subject, Instant limit) {
        return register.since(kind, subject, limit);
      }

      @Override
      public void add(String subject, Instant at) {
        register.add(kind, subject, at);
      }

      @Override
      public void forget(String subject) {
        register.forget(kind, subject);
      }
    };
  }
}
