package org.otklik.study.participation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Forgets what viewers who left without a recording had answered, every hour. */
@Singleton
public class AnswerRetention {
  private static final int KEPT_HOURS = 2;

  @Inject private Jdbi jdbi;

  @Schedule(hour = "*", minute = "27", persistent = false)
  public void forgetSilent() {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update core.participation
                    set attributes = '{}', answers = '{}'
                    where state in ('AGREED', 'NO_CAMERA') and (attributes <> '{}' or answers <> '{}')
                        and changed_at < now() - make_interval(hours => :hours)
                    """)
                .bind("hours", KEPT_HOURS)
                .execute());
  }
}
