package org.otklik.analysis;

import org.otklik.metric.Contact;

/** A judged viewing and the run it was computed from. */
record StoredViewing(long runId, Contact contact) {}
