/** The job {@code deliver-reports}. */
package org.otklik.job.deliver;
