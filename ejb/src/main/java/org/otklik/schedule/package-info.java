/**
 * Reports made and mailed by a plan: schedules, their runs, the timers that wake them. {@code
 * Schedule.nextFireAt} says when a schedule is due, and a run's state how far it is; timers and
 * jobs are only what reminds of them, so that a kill at any moment loses nothing. When things are
 * due is computed in {@code recurrence}. Called by the REST API and by the job {@code
 * deliver-reports}.
 */
package org.otklik.schedule;
