/** The job {@code prepare-video}: a copy for browsers of a video that they do not play. */
package org.otklik.job.video;
