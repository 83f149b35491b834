/** The job {@code prepare-film}: a copy for browsers of a film that they do not play. */
package org.otklik.job.video;
