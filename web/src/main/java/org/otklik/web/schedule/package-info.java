/** Schedules over REST and on pages: made, changed, paused, run, and what became of their runs. */
package org.otklik.web.schedule;
