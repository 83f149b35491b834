/**
 * The job {@code analyse-images}: observe-images → complete. Its artifacts in the order of the way:
 * {@link ImageWindowReader}, {@link ImageObservationProcessor}, {@link ImageResultWriter}, {@link
 * CompleteImagesBatchlet}.
 */
package org.otklik.job.images;
