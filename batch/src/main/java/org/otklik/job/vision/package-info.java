/** The models that jobs look at frames and pictures with. Must not import a job's package. */
package org.otklik.job.vision;
