package org.otklik.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How jobs run.
 *
 * @param batchThreads of the batch runtime, whose pool the server's configuration makes as large
 * @param nodeName under which jobs are started and resumed
 * @param runId of this process, made up by the launcher at each start; a UUID
 * @param decoderClasspath of the decoder's child process, which reads this system property itself:
 *     it also runs outside of the server
 */
public record JobSettings(
    @ConfigProperty(name = "otklik.batch.threads", defaultValue = "4") @Min(4) @Max(1000)
        int batchThreads,
    @ConfigProperty(name = "jboss.node.name") @NotNull String nodeName,
    @ConfigProperty(name = "otklik.run.id") @NotNull String runId,
    @ConfigProperty(name = "otklik.decoder.classpath") String decoderClasspath) {

  /** JBeret keeps one thread of its pool free for partitions. */
  public int maxRunningJobs() {
    return batchThreads - 1;
  }

  /** One place is left to long jobs that are quick, and one to jobs that are short. */
  public int maxRunningLongJobs() {
    return maxRunningJobs() - 2;
  }
}
