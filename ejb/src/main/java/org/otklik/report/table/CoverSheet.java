package org.otklik.report.table;

import java.awt.Color;
import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.otklik.report.branding.Palette;
import org.otklik.report.figures.CampaignReport;
import org.otklik.report.figures.CreativeReport;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.request.ReportKind;
import org.otklik.report.wording.ReportWording;

/** The first sheet: what the workbook is about, for whom and of when, as the client has it. */
final class CoverSheet {
  private static final int WIDTH_CHARACTERS = 90;
  private static final int WIDTH_UNIT = 256;
  private static final int PLAIN_SIZE_PT = 11;
  private static final double LINE_HEIGHT = 1.35;
  private static final double LOGO_WIDTH_PT = 216;
  private static final double LOGO_HEIGHT_PT = 56;
  private static final double COVER_WIDTH_PT = 400;
  private static final double COVER_HEIGHT_PT = 240;
  private static final double GAP_PT = 8;

  private final XSSFSheet sheet;
  private final ReportWording wording;
  private final XSSFDrawing drawing;
  private int row;

  CoverSheet(XSSFSheet sheet, ReportWording wording) {
    this.sheet = sheet;
    this.wording = wording;
    this.drawing = sheet.createDrawingPatriarch();
  }

  void write(ReportContents contents) {
    ReportFacts facts = contents.facts();
    sheet.setColumnWidth(0, WIDTH_CHARACTERS * WIDTH_UNIT);
    sheet.setDisplayGridlines(false);
    if (facts.branding().logo() != null) {
      picture(
          facts.branding().logo(),
          Workbook.PICTURE_TYPE_PNG,
          LOGO_WIDTH_PT,
          LOGO_HEIGHT_PT,
          wording.text("cover.logo", facts.clientName()));
    } else {
      text(wording.text("brand"), 14, true, facts.palette().accent());
    }
    text(wording.text("report-kind." + kind(contents)), 12, true, facts.palette().accent());
    text(name(contents), 24, true, Palette.INK);
    text(facts.clientName(), 12, false, Palette.INK);
    text(wording.date(facts.madeAt(), facts.zone()), 12, false, Palette.MUTED);
    if (facts.viewersSynthetic()) {
      text(wording.text("synthetic"), 12, true, Palette.SURPRISE);
    }
    if (facts.branding().coverText() != null) {
      text(facts.branding().coverText(), 12, false, Palette.INK);
    }
    if (facts.branding().cover() != null) {
      picture(
          facts.branding().cover(),
          Workbook.PICTURE_TYPE_JPEG,
          COVER_WIDTH_PT,
          COVER_HEIGHT_PT,
          wording.text("cover.own"));
    }
    text(wording.text("cover.statement"), 10, false, Palette.MUTED);
  }

  private static ReportKind kind(ReportContents contents) {
    if (contents instanceof CreativeReport) {
      return ReportKind.CREATIVE;
    }
    return contents instanceof CampaignReport ? ReportKind.CAMPAIGN : ReportKind.COMPARISON;
  }

  private static String name(ReportContents contents) {
    return contents instanceof CreativeReport report
        ? report.creative().name()
        : contents.facts().campaignName();
  }

  private void text(String text, int sizePt, boolean bold, Color color) {
    XSSFFont font = sheet.getWorkbook().createFont();
    font.setFontHeightInPoints((short) sizePt);
    font.setBold(bold);
    font.setColor(color(color));
    XSSFCellStyle style = sheet.getWorkbook().createCellStyle();
    style.setFont(font);
    style.setWrapText(true);
    XSSFRow line = sheet.createRow(row++);
    double lines = Math.ceil((double) text.length() * sizePt / (WIDTH_CHARACTERS * PLAIN_SIZE_PT));
    line.setHeightInPoints((float) (Math.max(1, lines) * sizePt * LINE_HEIGHT + GAP_PT));
    XSSFCell cell = line.createCell(0);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  static XSSFColor color(Color color) {
    return new XSSFColor(
        new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()});
  }

  /** As large as it fits, in a row of its own. */
  private void picture(byte[] content, int type, double widthPt, double heightPt, String words) {
    sheet.createRow(row).setHeightInPoints((float) (heightPt + GAP_PT));
    int index = sheet.getWorkbook().addPicture(content, type);
    XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 0, row, 0, row);
    anchor.setAnchorType(AnchorType.MOVE_DONT_RESIZE);
    XSSFPicture picture = drawing.createPicture(anchor, index);
    double scale =
        Math.min(
            widthPt / picture.getImageDimension().width,
            heightPt / picture.getImageDimension().height);
    anchor.setDx2((int) Units.toEMU(picture.getImageDimension().width * scale));
    anchor.setDy2((int) Units.toEMU(picture.getImageDimension().height * scale));
    picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(words);
    row++;
  }
}
