package org.otklik.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.otklik.demo.DemoManifest.ViewerVideo;
import org.otklik.platform.Console;
import org.otklik.platform.LaunchException;

/**
 * The demo's story, told to the running application over its public REST interface as any user's
 * program would: a campaign, its ad, the viewers' recordings, the analysis, the report.
 */
final class Demo {
  private static final int POLL_MS = 2000;

  private final DemoOptions options;
  private final DemoMedia media;
  private final RestClient rest;
  private final Console console;

  Demo(DemoOptions options, DemoMedia media, URI portal, DemoUser user, Console console) {
    this.options = options;
    this.media = media;
    this.rest = new RestClient(portal, user.login(), user.password(), Locale.ENGLISH);
    this.console = console;
  }

  /**
   * Runs the story to its end, also where figures or a report cannot be made.
   *
   * @throws LaunchException with the server's sentence when the ad, or every recording, is refused
   */
  DemoResult run() throws IOException, InterruptedException {
    console.say("Creating the campaign \u201c" + media.campaignName() + "\u201d");
    String campaign = id(createCampaign());
    console.say("Uploading the ad " + media.ad().getFileName());
    String creative = id(uploadAd(campaign));
    uploadRecordings(creative);
    try {
      awaitAnalysis(creative);
    } catch (LaunchException e) {
      return new DemoResult(List.of(), List.of(e.getMessage()));
    }
    List<Path> reports = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
      try {
        reports.add(report(creative, locale));
      } catch (LaunchException | RestClient.RefusedException e) {
        problems.add(e.getMessage());
      }
    }
    return new DemoResult(reports, problems);
  }

  private JsonObject createCampaign() throws IOException, InterruptedException {
    return rest.post(
        "campaigns",
        Json.createObjectBuilder()
            .add("client", DemoUser.CLIENT)
            .add("name", media.campaignName())
            .add("synthetic", media.synthetic())
            .build());
  }

  private JsonObject uploadAd(String campaign) throws IOException, InterruptedException {
    try {
      return console.step(
          "  " + Files.size(media.ad()) / 1024 + " KiB",
          () ->
              rest.upload(
                  "campaigns/" + campaign + "/creatives?name=" + RestClient.encoded(media.adName()),
                  media.ad()));
    } catch (RestClient.RefusedException e) {
      throw new LaunchException(media.ad() + ": " + e.getMessage());
    }
  }

  /** A refused recording is told and the others go on, as they would for a user. */
  private void uploadRecordings(String creative) throws IOException, InterruptedException {
    int taken = 0;
    for (ViewerVideo video : media.viewers()) {
      try {
        console.step(
            "Uploading the recording of " + video.viewerCode() + ": " + video.file().getFileName(),
            () ->
                rest.upload("creatives/" + creative + "/recordings?" + query(video), video.file()));
        taken++;
      } catch (RestClient.RefusedException e) {
        console.say("  refused: " + video.file() + ": " + e.getMessage());
      }
    }
    if (taken == 0) {
      throw new LaunchException("None of the recordings could be used.");
    }
  }

  private static String query(ViewerVideo video) {
    StringBuilder query = new StringBuilder("subjectRole=VIEWER&viewer=");
    query.append(RestClient.encoded(video.viewerCode()));
    video
        .attributes()
        .forEach(
            (name, value) ->
                query.append("&segment=").append(RestClient.encoded(name + ":" + value)));
    return query.toString();
  }

  private void awaitAnalysis(String creative) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    console.say("Analysing");
    JsonObject now = rest.object("creatives/" + creative);
    while (!now.getBoolean("settled")) {
      if (now.getString("summaryState").equals("FAILED")) {
        throw new LaunchException("The analysed recordings could not be summarised.");
      }
      Thread.sleep(POLL_MS);
      now = rest.object("creatives/" + creative);
      tellProgress(creative);
    }
    tellProgress(creative);
    double seconds = (System.nanoTime() - begun) / 1e9;
    int frames =
        viewings(creative).stream().mapToInt(viewing -> viewing.getInt("framesSampled")).sum();
    console.say(
        String.format(
            Locale.ROOT,
            "Analysed %d frames in %.1f s (%.0f frames/s, everything included)",
            frames,
            seconds,
            frames / seconds));
  }

  private void tellProgress(String creative) throws IOException, InterruptedException {
    List<JsonObject> viewings = viewings(creative);
    long ended =
        viewings.stream()
            .map(viewing -> viewing.getString("state"))
            .filter(state -> state.equals("COMPLETED") || state.equals("FAILED"))
            .count();
    double progress =
        viewings.stream()
            .mapToDouble(viewing -> viewing.getJsonNumber("progress").doubleValue())
            .average()
            .orElse(0);
    console.say(
        String.format(
            Locale.ROOT,
            "  … %d of %d recordings analysed, %.0f %% of the video",
            ended,
            viewings.size(),
            progress * 100));
  }

  private List<JsonObject> viewings(String creative) throws IOException, InterruptedException {
    return rest.get("creatives/" + creative + "/viewings").asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .toList();
  }

  private Path report(String creative, Locale locale) throws IOException, InterruptedException {
    String language = locale.getLanguage();
    String report =
        id(
            rest.post(
                "creatives/" + creative + "/reports",
                Json.createObjectBuilder().add("locale", language).build()));
    return console.step(
        "Writing the report (" + language + ")",
        () -> {
          String state = "QUEUED";
          while (!state.equals("COMPLETED")) {
            Thread.sleep(POLL_MS / 4);
            state = rest.object("reports/" + report).getString("state");
            if (state.equals("FAILED")) {
              throw new LaunchException("The report (" + language + ") could not be made.");
            }
          }
          Path pdf = options.folder().resolve("otklik-report-" + language + ".pdf");
          rest.download("reports/" + report + "/file", pdf);
          return pdf;
        });
  }

  private static String id(JsonObject made) {
    return made.getString("id");
  }
}
