package org.otklik.bench.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.otklik.launcher.Otklik;
import org.otklik.launcher.RestClient;
import org.otklik.platform.Console;
import org.otklik.platform.LaunchException;

/**
 * How long the report on a creative takes with many viewings: rows of one analysed recording are
 * copied under other viewers' names, with outcomes of their own, and summarised by the server.
 */
final class ReportBench {
  private static final int[] VIEWINGS = {200, 2000};
  private static final List<String> FORMATS = List.of("PDF", "XLSX", "PPTX");
  private static final int ROUNDS = 5;
  private static final int GLANCE_MS = 20;

  private final Console console;
  private final RestClient rest;
  private final ViewingCopies copies;
  private final ProcessHandle server;

  ReportBench(Console console, RestClient rest, Otklik otklik) {
    this.console = console;
    this.rest = rest;
    this.copies = new ViewingCopies(otklik.database());
    this.server = otklik.server().process();
  }

  /**
   * @param creative with one analysed recording
   */
  void run(String creative) throws IOException, InterruptedException {
    int viewings = 1;
    for (int wanted : VIEWINGS) {
      copies.add(creative, viewings, wanted);
      viewings = wanted;
      settle(creative);
      measure(creative, wanted);
    }
  }

  private void measure(String creative, int viewings) throws IOException, InterruptedException {
    try (PeakMemory memory = PeakMemory.of(server)) {
      for (String format : FORMATS) {
        make(creative, format); // warms up
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
          long begun = System.nanoTime();
          make(creative, format);
          seconds.add((System.nanoTime() - begun) / 1e9);
        }
        double median = seconds.stream().sorted().toList().get(ROUNDS / 2);
        figure("report-%d-viewings-%s".formatted(viewings, format), median, "s");
      }
      figure("report-%d-viewings-peak-server".formatted(viewings), memory.processMib(), "MiB");
    }
  }

  private void make(String creative, String format) throws IOException, InterruptedException {
    JsonObject order = Json.createObjectBuilder().add("format", format).build();
    String report = rest.post("creatives/" + creative + "/reports", order).getString("id");
    String state;
    do {
      Thread.sleep(GLANCE_MS);
      state = rest.object("reports/" + report).getString("state");
      if (state.equals("FAILED")) {
        throw new LaunchException("A report could not be made.");
      }
    } while (!state.equals("COMPLETED"));
  }

  private void settle(String creative) throws IOException, InterruptedException {
    while (!rest.object("creatives/" + creative).getBoolean("settled")) {
      Thread.sleep(GLANCE_MS);
    }
  }

  private void figure(String name, double value, String unit) {
    console.show(String.format(Locale.ROOT, "%s %.2f %s", name, value, unit));
  }
}
