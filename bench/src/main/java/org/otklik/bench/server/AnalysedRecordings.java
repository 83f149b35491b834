package org.otklik.bench.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;
import org.otklik.platform.LaunchException;

/** Uploads recordings as any program would, and waits until they are analysed. */
final class AnalysedRecordings {
  /** Looking costs the server time too: every 100 ms it took a twentieth of it. */
  private static final int GLANCE_MS = 200;

  private final RestClient rest;
  private final Path ad;
  private int viewers;

  AnalysedRecordings(RestClient rest, Path ad) {
    this.rest = rest;
    this.ad = ad;
  }

  /**
   * What a round took.
   *
   * @param analysisSeconds from the end of the upload
   */
  record Timing(
      String creative, double uploadSeconds, double analysisSeconds, double totalSeconds) {}

  /** A new creative, in a campaign of its own. */
  String creative() throws IOException, InterruptedException {
    JsonObject campaign =
        rest.post(
            "campaigns",
            Json.createObjectBuilder()
                .add("client", DemoUser.CLIENT)
                .add("name", "Bench")
                .add("synthetic", true)
                .build());
    String path = "campaigns/" + campaign.getString("id") + "/creatives?name=Ad";
    return rest.upload(path, ad).getString("id");
  }

  /**
   * Uploads a video for so many viewers, one after the other, and waits until all are analysed. The
   * creative is a new one: the summary that follows each recording grows with the viewers.
   */
  Timing analyse(Path video, int times) throws IOException, InterruptedException {
    return analyse(creative(), video, times);
  }

  /** The same for a creative that is there. */
  Timing analyse(String creative, Path video, int times) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    List<String> recordings = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String path = "creatives/" + creative + "/recordings?viewer=viewer-" + ++viewers;
      recordings.add(rest.upload(path, video).getString("id"));
    }
    long uploaded = System.nanoTime();
    for (String recording : recordings) {
      await(recording);
    }
    long ended = System.nanoTime();
    settle(creative);
    return new Timing(
        creative, (uploaded - begun) / 1e9, (ended - uploaded) / 1e9, (ended - begun) / 1e9);
  }

  private void await(String recording) throws IOException, InterruptedException {
    String state = rest.object("recordings/" + recording).getString("state");
    while (!state.equals("COMPLETED")) {
      if (state.equals("FAILED")) {
        throw new LaunchException("A recording could not be analysed.");
      }
      Thread.sleep(GLANCE_MS);
      state = rest.object("recordings/" + recording).getString("state");
    }
  }

  /** The summary that follows belongs to no round. */
  private void settle(String creative) throws IOException, InterruptedException {
    while (!rest.object("creatives/" + creative).getBoolean("settled")) {
      Thread.sleep(2L * GLANCE_MS);
    }
  }
}
