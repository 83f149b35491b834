/** The job {@code apply-retention}: deletes what has been kept for its period, and tells before. */
package org.otklik.job.retention;
