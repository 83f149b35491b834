package org.otklik.queue;

/** Fired when a job is asked for; the request can be seen once its transaction has committed. */
public record JobRequested(JobName name) {}
