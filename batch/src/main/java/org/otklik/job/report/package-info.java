/** The job {@code make-report}. */
package org.otklik.job.report;
