/** The job {@code create-report}. */
package org.otklik.job.report;
