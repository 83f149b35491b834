/**
 * The way from a job request to a running batch job. {@link org.otklik.job.JobDispatcher} is the
 * only class that touches {@code JobOperator}; each job has a package of its own below.
 */
package org.otklik.job;
