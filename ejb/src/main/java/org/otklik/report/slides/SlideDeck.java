package org.otklik.report.slides;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureData;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;
import org.otklik.report.branding.Palette;

/** Slides of 960 × 540 points, each with its message as title; not thread-safe. */
final class SlideDeck {
  static final int WIDTH = 960;
  static final int HEIGHT = 540;

  /** Where a slide's contents are. */
  static final Rectangle BODY = new Rectangle(48, 112, 864, 368);

  private static final Rectangle TITLE = new Rectangle(48, 30, 864, 70);
  private static final Rectangle FOOTER = new Rectangle(48, 500, 720, 24);
  private static final Rectangle NUMBER = new Rectangle(812, 500, 100, 24);
  private static final Rectangle COVER_LOGO = new Rectangle(48, 30, 240, 64);
  private static final Rectangle LOGO = new Rectangle(812, 6, 100, 26);
  private static final String FONT = "Arial";

  private final XMLSlideShow show = new XMLSlideShow();

  SlideDeck() {
    show.setPageSize(new Dimension(WIDTH, HEIGHT));
  }

  XMLSlideShow show() {
    return show;
  }

  /** A slide with its message. */
  XSLFSlide slide(String message) {
    return slide(message, TITLE);
  }

  /** A slide with its message at that place. */
  XSLFSlide slide(String message, Rectangle place) {
    XSLFSlideLayout layout = show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY);
    XSLFSlide slide = show.createSlide(layout);
    for (XSLFTextShape placeholder : slide.getPlaceholders()) {
      if (placeholder.getShapeId() != slide.getPlaceholder(0).getShapeId()) {
        slide.removeShape(placeholder); // date and number of the layout are of 4:3
      }
    }
    XSLFTextShape title = slide.getPlaceholder(0);
    // Without a place of its own, it would be the layout's that is moved.
    ((CTShape) title.getXmlObject()).getSpPr().addNewXfrm();
    title.setAnchor(place);
    title.clearText();
    title.setVerticalAlignment(VerticalAlignment.MIDDLE);
    write(title, message, 26, Palette.INK, true);
    return slide;
  }

  /** A text of its own. */
  static void text(XSLFSlide slide, Rectangle place, String text, int sizePt, Color color) {
    text(slide, place, text, sizePt, color, false);
  }

  static void strong(XSLFSlide slide, Rectangle place, String text, int sizePt, Color color) {
    text(slide, place, text, sizePt, color, true);
  }

  private static void text(
      XSLFSlide slide, Rectangle place, String text, int sizePt, Color color, boolean bold) {
    XSLFTextBox box = slide.createTextBox();
    box.setAnchor(place);
    box.setWordWrap(true);
    box.clearText();
    write(box, text, sizePt, color, bold);
  }

  /** Paragraphs with bullets. */
  static void bullets(XSLFSlide slide, Rectangle place, List<String> paragraphs, int sizePt) {
    XSLFTextBox box = slide.createTextBox();
    box.setAnchor(place);
    box.setWordWrap(true);
    box.clearText();
    for (String text : paragraphs) {
      var paragraph = box.addNewTextParagraph();
      paragraph.setBullet(true);
      paragraph.setLeftMargin(18.0);
      paragraph.setIndent(-18.0);
      paragraph.setSpaceAfter(-8.0);
      run(paragraph.addNewTextRun(), text, sizePt, Palette.INK, false);
    }
  }

  private static void write(
      XSLFTextShape shape, String text, int sizePt, Color color, boolean bold) {
    for (String line : text.split("\n")) {
      var paragraph = shape.addNewTextParagraph();
      paragraph.setTextAlign(TextAlign.LEFT);
      run(paragraph.addNewTextRun(), line, sizePt, color, bold);
    }
  }

  private static void run(XSLFTextRun run, String text, int sizePt, Color color, boolean bold) {
    run.setText(text);
    run.setFontFamily(FONT);
    run.setFontSize((double) sizePt);
    run.setFontColor(color);
    run.setBold(bold);
  }

  /** A JPEG as large as it fits, with what it shows for who does not see it. */
  void picture(XSLFSlide slide, Rectangle place, byte[] jpeg, String alternative) {
    picture(slide, place, show.addPicture(jpeg, PictureType.JPEG), alternative);
  }

  private static void picture(
      XSLFSlide slide, Rectangle place, XSLFPictureData data, String alternative) {
    XSLFPictureShape picture = slide.createPicture(data);
    Dimension size = picture.getPictureData().getImageDimension();
    double scale = Math.min(place.getWidth() / size.width, place.getHeight() / size.height);
    int width = (int) Math.round(size.width * scale);
    int height = (int) Math.round(size.height * scale);
    picture.setAnchor(
        new Rectangle(
            place.x + (place.width - width) / 2,
            place.y + (place.height - height) / 2,
            width,
            height));
    ((CTPicture) picture.getXmlObject()).getNvPicPr().getCNvPr().setDescr(alternative);
  }

  /** A client's logo, as PNG, and what it shows. */
  record Logo(byte[] png, String alternative) {}

  /**
   * The slides' bytes, each with the statement and its number below.
   *
   * @param logo large on the cover and small on all others; null for none
   */
  byte[] bytes(String title, String author, String statement, Logo logo) {
    List<XSLFSlide> slides = show.getSlides();
    XSLFPictureData logoData = logo == null ? null : show.addPicture(logo.png(), PictureType.PNG);
    for (int i = 0; i < slides.size(); i++) {
      if (logo != null) {
        picture(slides.get(i), i == 0 ? COVER_LOGO : LOGO, logoData, logo.alternative());
      }
      text(slides.get(i), FOOTER, statement, 10, Palette.MUTED);
      text(slides.get(i), NUMBER, i + 1 + " / " + slides.size(), 10, Palette.MUTED);
    }
    show.getProperties().getCoreProperties().setTitle(title);
    show.getProperties().getCoreProperties().setCreator(author);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (show) {
      show.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return file.toByteArray();
  }
}
