package org.otklik.queue;

/**
 * A job request in the hands of the dispatcher.
 *
 * @param jobExecutionId newest execution, or null when none was recorded
 * @param isStopWanted true when an administrator has asked for its end
 */
public record JobRequest(
    long id,
    JobName name,
    long subjectId,
    Long jobExecutionId,
    int attempts,
    boolean isStopWanted) {}
