package org.otklik.storage.object;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells what is wrong with the store from what it says of a single request. */
final class StoreCalls {
  /** As it was when it was asked last: while it is, nobody has to wait for its patience to end. */
  private volatile boolean isAway;

  /** What is asked of the store. */
  interface Question<T> {
    T ask();
  }

  /**
   * @throws ProblemException STORE_AWAY when the store does not answer or does not let us in; at
   *     once while that is known
   * @throws NoSuchFileException when it has no such object
   * @throws IOException when it refuses this very request
   */
  <T> T ask(Question<T> question) throws IOException {
    if (isAway) {
      throw new ProblemException(ProblemCode.STORE_AWAY);
    }
    return answered(question);
  }

  /** Asks also while it is known not to answer, and notes whether it does. */
  <T> T probe(Question<T> question) throws IOException {
    boolean answers = false;
    try {
      T answer = answered(question);
      answers = true;
      return answer;
    } catch (NoSuchFileException e) {
      throw away(SdkClientException.create("There is no such bucket", e));
    } finally {
      isAway = !answers;
    }
  }

  private static <T> T answered(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (S3Exception e) {
      throw told(e);
    } catch (SdkClientException e) {
      throw away(e);
    }
  }

  private static IOException told(S3Exception thrown) {
    return switch (thrown.statusCode()) {
      case 404 -> {
        if (thrown instanceof NoSuchBucketException) {
          throw away(thrown);
        }
        NoSuchFileException missing = new NoSuchFileException(thrown.getMessage());
        missing.initCause(thrown);
        yield missing;
      }
      case 400, 412, 416, 501 -> new IOException("The object store refused a request", thrown);
      default -> throw away(thrown);
    };
  }

  static ProblemException away(RuntimeException thrown) {
    FaultLog.write(Outage.STORE, thrown);
    ObjectTraffic.OF_THIS_PROCESS.failed();
    ProblemException problem = new ProblemException(ProblemCode.STORE_AWAY);
    problem.addSuppressed(thrown);
    return problem;
  }
}
