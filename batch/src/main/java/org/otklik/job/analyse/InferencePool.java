package org.otklik.job.analyse;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The threads in which the models run, shared by all jobs of this server: one a processor, since
 * each call keeps one busy. Jobs bound by themselves what they hand in; first come, first served.
 */
@ApplicationScoped
class InferencePool {
  private static final System.Logger LOG = System.getLogger(InferencePool.class.getName());

  @Resource private ManagedThreadFactory threads;

  private ExecutorService executor;

  @PostConstruct
  void start() {
    int processors = Runtime.getRuntime().availableProcessors();
    executor = Executors.newFixedThreadPool(processors, threads);
    LOG.log(Level.INFO, "The models run in {0} thread(s), shared by all jobs", processors);
  }

  <T> Future<T> submit(Callable<T> work) {
    return executor.submit(work);
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }
}
