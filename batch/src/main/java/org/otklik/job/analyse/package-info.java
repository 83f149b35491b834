/**
 * The job {@code analyse-recording}: probe → observe-faces → summarise. Its artifacts in the order
 * of the way: {@link ProbeRecordingBatchlet}, {@link FrameWindowReader}, {@link
 * FaceObservationProcessor}, {@link FrameObservationWriter}, {@link SummariseRecordingBatchlet}.
 */
package org.otklik.job.analyse;
