/** The job {@code summarise-creative}: pictures of the video, then curve, moments and metrics. */
package org.otklik.job.summarise;
