package org.otklik.study.withdrawal;

import java.util.List;
import java.util.UUID;

/** What was on its way of viewers who do not take part any more. */
record CapturesAbandoned(List<UUID> captures) {}
