/** Schedules over REST: made, changed, paused, run, and what became of their runs. */
package org.otklik.web.schedule;
