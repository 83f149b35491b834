/** The job {@code cut-clip}: a stretch of a creative with its curve, as MP4 or GIF. */
package org.otklik.job.clip;
