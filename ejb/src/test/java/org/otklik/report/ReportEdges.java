package org.otklik.report;

import org.otklik.report.figures.CreativeReportFixture;

/** What can be at the edge of a report, each as a change to the worked example. */
final class ReportEdges {

  private ReportEdges() {}

  static void excludeAll(CreativeReportFixture fixture) {
    leaveNoViewing(fixture);
    fixture.excluded = 4;
  }

  static void leaveNoViewing(CreativeReportFixture fixture) {
    fixture.positive = 0;
    fixture.negative = 0;
    fixture.neutral = 0;
    fixture.excluded = 0;
  }

  static void leaveOneViewing(CreativeReportFixture fixture) {
    leaveNoViewing(fixture);
    fixture.positive = 1;
  }

  static void makeTwoHundredViewings(CreativeReportFixture fixture) {
    fixture.positive = 110;
    fixture.negative = 25;
    fixture.neutral = 50;
    fixture.excluded = 15;
  }

  static void useLongNames(CreativeReportFixture fixture) {
    fixture.campaign = "Очень длинное название кампании ".repeat(10);
    fixture.client = "Общество с ограниченной ответственностью ".repeat(5);
    fixture.creativeName = "Безпробеловдлинноеслово".repeat(12);
    fixture.segment = "25–34 · женщины · Москва · аудитория · ".repeat(8);
  }

  static void useOddNames(CreativeReportFixture fixture) {
    fixture.campaign = "A&B <b>“O'Neil”</b> $P{x} {0}";
    fixture.client = "🚀🧃 Co\u200d\uFE0F\n\tLtd";
    fixture.creativeName = "日本 2026";
    fixture.segment = "\"x\" & 'y' 👩‍👩‍👧 <z>";
  }

  static void useNoNames(CreativeReportFixture fixture) {
    fixture.campaign = "";
    fixture.client = null;
    fixture.creativeName = " ";
    fixture.segment = null;
  }

  static void lastThreeSeconds(CreativeReportFixture fixture) {
    fixture.durationMs = 3_000;
    fixture.frames = CreativeFrameFixture.frames(3, 360, 640);
  }

  static void lastThreeMinutes(CreativeReportFixture fixture) {
    fixture.durationMs = 180_000;
    fixture.frames = CreativeFrameFixture.frames(180, 320, 180);
  }

  static void losePictures(CreativeReportFixture fixture) {
    fixture.frames.keySet().removeIf(second -> second % 3 != 0);
    fixture.frames.put(7, new byte[] {1, 2, 3});
    fixture.frames.put(12, new byte[0]);
    fixture.frames.put(18, null);
  }
}
