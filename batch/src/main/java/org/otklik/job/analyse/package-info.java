/**
 * The job {@code analyse-recording}: begin → listen → observe-faces → listen-to-viewer → summarise.
 * Its artifacts in the order of the way: {@link BeginRunBatchlet}, {@link
 * ListenForCreativeBatchlet}, {@link FrameWindowReader}, {@link FaceObservationProcessor}, {@link
 * FrameObservationWriter}, {@link SummariseRecordingBatchlet}.
 */
package org.otklik.job.analyse;
