/**
 * When a schedule is due: arithmetic of local times, pure {@code java.time}. Called by the
 * schedules and knows none of them; must not import persistence or a server.
 */
package org.otklik.schedule.recurrence;
