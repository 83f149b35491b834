/** The job {@code summarise-creative}: curve, moments and metrics, then pictures of the film. */
package org.otklik.job.summarise;
