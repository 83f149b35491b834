/** The job {@code cut-trailer}: the video of a trailer. */
package org.otklik.job.trailer;
