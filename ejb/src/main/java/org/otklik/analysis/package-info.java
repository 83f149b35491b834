/**
 * Analysis runs, frame rows, and the summaries computed from them. Called by the batch jobs, which
 * write, and by portal and reports, which read. Frame rows and summaries are written by JDBC: they
 * are many and are no entities.
 */
package org.otklik.analysis;
