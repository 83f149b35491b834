/** The job {@code summarise-creative}: pictures of the film, then curve, moments and metrics. */
package org.otklik.job.summarise;
