package org.otklik.testdata.synthetic;

import static org.otklik.emotion.Emotion.ANGER;
import static org.otklik.emotion.Emotion.DISGUST;
import static org.otklik.emotion.Emotion.HAPPINESS;
import static org.otklik.emotion.Emotion.SURPRISE;
import static org.otklik.testdata.synthetic.ViewerAppearance.Hair.BUN;
import static org.otklik.testdata.synthetic.ViewerAppearance.Hair.CURLY;
import static org.otklik.testdata.synthetic.ViewerAppearance.Hair.LONG;
import static org.otklik.testdata.synthetic.ViewerAppearance.Hair.SHORT;
import static org.otklik.testdata.video.VideoWriter.Format.MP4;
import static org.otklik.testdata.video.VideoWriter.Format.WEBM;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.testdata.synthetic.ViewerAppearance.Hair;
import org.otklik.testdata.video.VideoWriter.Format;

/**
 * Who watches the demo's ad, and what each one's face shows: most are upset with the girl in the
 * rain, astonished at the cat and amused by its dance; one shows nothing, two dislike the ad, one
 * goes away for a while, and one recording shows an empty room. Nobody is drawn sad: the mean of
 * many sad faces is so calm that the emotion model calls it neutral.
 */
final class DemoViewers {
  private static final int[] SKINS = {0xecbc9e, 0xd6a07c, 0xf5ccb2, 0xe2b08c, 0xc89070, 0xf0c2a6};
  private static final int[] HAIRS = {0x3a281e, 0x784e2c, 0x1e1a1a, 0x60381f, 0xa87838};
  private static final Color GREY_HAIR = new Color(0x969088);
  private static final int[] CLOTHES = {0x3c6082, 0x964646, 0x50785a, 0xc8a046, 0x46465a, 0x825a8c};
  private static final int[] WALLS = {0xb0babe, 0xc4b4a0, 0xa0b0a0, 0xbaaab4, 0xaab4c8, 0xc8c4b4};

  private final List<DemoViewer> viewers = new ArrayList<>();

  private DemoViewers() {}

  static List<DemoViewer> all() {
    DemoViewers all = new DemoViewers();
    all.moved();
    all.amused();
    all.others();
    return List.copyOf(all.viewers);
  }

  /** They go along with the whole story. */
  private void moved() {
    add(
        people("18-24", "female", "Москва", LONG),
        ViewerScript.neutral()
            .feels(ANGER, 1, 4600, 7000)
            .feels(SURPRISE, 0.95, 8000, 10_000)
            .feels(HAPPINESS, 1, 11_200, 17_500),
        Staging.of(640, 360, 25),
        MP4);
    add(
        people("25-34", "male", "Санкт-Петербург", SHORT),
        ViewerScript.neutral().feels(ANGER, 0.95, 5000, 7400).feels(HAPPINESS, 0.95, 9200, 16_000),
        Staging.of(640, 480, 15).framed(0.21, 0.46, 0.42).moving(0.1, 4),
        MP4);
    add(
        people("45-54", "female", "Казань", CURLY),
        ViewerScript.neutral()
            .feels(ANGER, 1, 4300, 7600)
            .feels(SURPRISE, 1, 8400, 9900)
            .feels(HAPPINESS, 0.9, 11_800, 15_800),
        Staging.of(1280, 720, 25).framed(0.17, 0.52, 0.42),
        MP4);
  }

  /** They came for the cat. */
  private void amused() {
    add(
        people("18-24", "male", "Москва", CURLY),
        ViewerScript.neutral().feels(SURPRISE, 1, 7800, 10_400).feels(HAPPINESS, 1, 11_400, 16_800),
        Staging.of(640, 360, 30).framed(0.2, 0.58, 0.44).moving(0.12, 5),
        MP4);
    add(
        people("25-34", "female", "Екатеринбург", BUN),
        ViewerScript.neutral()
            .feels(HAPPINESS, 0.9, 900, 2600)
            .feels(SURPRISE, 0.9, 8100, 9800)
            .feels(HAPPINESS, 1, 11_000, 18_600),
        Staging.of(640, 480, 20).framed(0.26, 0.5, 0.44),
        WEBM);
    add(
        people("35-44", "male", "Казань", SHORT),
        ViewerScript.neutral().feels(HAPPINESS, 0.9, 12_000, 15_600),
        Staging.of(640, 360, 12).lit(0.66, 5).framed(0.22, 0.44, 0.44),
        MP4);
    add(
        people("35-44", "female", "Санкт-Петербург", LONG),
        ViewerScript.neutral().feels(ANGER, 0.95, 4800, 6900).feels(HAPPINESS, 1, 10_600, 16_400),
        Staging.of(360, 640, 25).rotated(90).framed(0.4, 0.5, 0.36),
        MP4);
    add(
        people("55+", "male", "Екатеринбург", SHORT),
        ViewerScript.neutral()
            .feels(SURPRISE, 0.95, 8300, 10_200)
            .feels(HAPPINESS, 0.9, 12_200, 16_200),
        Staging.of(1280, 720, 15).framed(0.12, 0.4, 0.42).lit(0.85, 4),
        MP4);
  }

  /** And those who did not. */
  private void others() {
    add(
        people("45-54", "male", "Москва", SHORT),
        ViewerScript.neutral(),
        Staging.of(640, 360, 25).framed(0.19, 0.5, 0.44),
        MP4);
    add(
        people("55+", "female", "Казань", BUN),
        ViewerScript.neutral().feels(ANGER, 1, 6200, 10_800).feels(DISGUST, 1, 12_400, 16_400),
        Staging.of(640, 480, 25).framed(0.24, 0.53, 0.43),
        MP4);
    add(
        people("35-44", "male", "Екатеринбург", CURLY),
        ViewerScript.neutral().feels(DISGUST, 1, 8800, 11_600).feels(ANGER, 0.95, 13_200, 17_400),
        Staging.of(640, 360, 24).framed(0.23, 0.47, 0.46),
        MP4);
    add(
        people("25-34", "female", "Санкт-Петербург", LONG),
        ViewerScript.neutral()
            .feels(ANGER, 1, 4500, 7200)
            .feels(HAPPINESS, 0.95, 17_600, 19_000)
            .leaves(9600, 16_800),
        Staging.of(640, 360, 25).framed(0.22, 0.42, 0.44),
        MP4);
    add(people("18-24", "male", "Казань", SHORT), null, Staging.of(640, 360, 15), MP4);
  }

  private static Color hairColour(Person person, int number) {
    boolean grey = "55+".equals(person.attributes.get("ageGroup"));
    return grey ? GREY_HAIR : new Color(HAIRS[number * 3 % HAIRS.length]);
  }

  private record Person(Map<String, String> attributes, Hair hair) {}

  private static Person people(String ageGroup, String sex, String city, Hair hair) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("ageGroup", ageGroup);
    attributes.put("sex", sex);
    attributes.put("city", city);
    return new Person(attributes, hair);
  }

  private void add(Person person, ViewerScript script, Staging staging, Format format) {
    int number = viewers.size() + 1;
    ViewerAppearance look =
        new ViewerAppearance(
            new Color(SKINS[number % SKINS.length]),
            hairColour(person, number),
            person.hair,
            new Color(CLOTHES[(number + 2) % CLOTHES.length]),
            new Color(WALLS[(number * 5 + 3) % WALLS.length]),
            0.96 + 0.02 * (number % 5));
    viewers.add(
        new DemoViewer(
            String.format("Z%02d", number),
            person.attributes,
            script,
            look,
            staging,
            format,
            100 + number));
  }
}
