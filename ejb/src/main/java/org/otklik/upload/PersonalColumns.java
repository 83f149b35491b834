package org.otklik.upload;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells columns that may identify a person, by their headings or by what stands in them. */
final class PersonalColumns {
  /** Of a heading, as whole words. */
  private static final Set<String> WORDS =
      Set.of(
          "email",
          "mail",
          "phone",
          "telephone",
          "tel",
          "mobile",
          "cell phone",
          "ip",
          "name",
          "firstname",
          "lastname",
          "surname",
          "fullname",
          "username",
          "login",
          "nickname",
          "nick",
          "address",
          "street",
          "zip",
          "postcode",
          "postal",
          "birthday",
          "birthdate",
          "birth",
          "dob",
          "passport",
          "ssn",
          "comment",
          "comments",
          "feedback",
          "remark",
          "remarks",
          "note",
          "notes",
          "latitude",
          "longitude",
          "lat",
          "lon",
          "lng",
          "gps",
          "coordinates",
          "useragent",
          "agent",
          "url",
          "link",
          "telegram",
          "whatsapp",
          "viber",
          "instagram",
          "facebook",
          "skype",
          "linkedin",
          "vk",
          "signature",
          "card",
          "iban",
          "account",
          "contact",
          "contacts",
          "vorname",
          "nachname",
          "telefon",
          "handy",
          "adresse",
          "geburtsdatum",
          "prénom",
          "nom",
          "téléphone",
          "nombre",
          "apellido",
          "teléfono",
          "почта",
          "эл почта",
          "телефон",
          "тел",
          "моб",
          "мобильный",
          "айпи",
          "имя",
          "фамилия",
          "отчество",
          "фио",
          "логин",
          "ник",
          "никнейм",
          "адрес",
          "улица",
          "индекс",
          "рождения",
          "паспорт",
          "снилс",
          "инн",
          "комментарий",
          "комментарии",
          "коммент",
          "отзыв",
          "отзывы",
          "примечание",
          "примечания",
          "замечания",
          "широта",
          "долгота",
          "координаты",
          "ссылка",
          "телеграм",
          "вк",
          "инстаграм",
          "ватсап",
          "подпись",
          "карта",
          "контакт",
          "контакты",
          "контактные",
          "имейл",
          "емейл",
          "мейл",
          "тлф",
          "сот",
          "сотовый",
          "вотсап");

  private static final String MONTHS =
      "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
          + "|january|february|march|april|may|june|july|august|september|october|november|december";

  /** Wherever they stand in a value. */
  private static final List<Pattern> WITHIN =
      within(
          "[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+", // an e-mail address
          "@\\w{3,}", // a name in a messenger
          "(?:https?://|www\\.)\\S+",
          "(?:t\\.me|wa\\.me|vk\\.com|ok\\.ru|instagram\\.com|facebook\\.com)/\\S+",
          "[^\\s()]+ ?\\((?:at|собака)\\) ?[^\\s()]+",
          "\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?", // IPv4
          "\\+[\\d\\s()./-]{9,24}", // a telephone
          "[78][\\s-]*\\(?\\d{3}\\)?[\\s-]*\\d{3}[\\s-]*\\d{2}[\\s-]*\\d{2}",
          "\\(?\\d{3}\\)?[\\s.-]{1,2}\\d{3}[\\s.-]\\d{2}[\\s.-]?\\d{2}",
          "\\d{4}(?:[ -]\\d{4}){3}", // a card
          "\\d{2} ?\\d{2} (?:№ ?)?\\d{6}", // a passport
          "\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}", // СНИЛС
          "(?:ул|улица|пер|переулок|просп|пр-т|пр|б-р|street|avenue)\\b.*\\d", // where somebody
          // lives
          "(?i:кв|квартира)\\.? ?\\d+",
          "(?i:\\d{1,2} (?:%s) (?:19|20)\\d{2})".formatted(MONTHS), // a date, as of birth
          "(?i:(?:%s) \\d{1,2},? (?:19|20)\\d{2})".formatted(MONTHS),
          "(?i:\\p{L}+ \\p{L}+(?:ович|евич|овна|евна))",
          "\\p{Lu}\\. ?\\p{Lu}\\. ?\\p{Lu}\\p{Ll}+", // И. И. Иванов
          "\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+(?:ович|евич|ич|овна|евна|ична|инична)",
          "\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)? \\p{Lu}\\. ?\\p{Lu}\\."); // Иванов И. И.

  /** Only where nothing else stands there: as a part they may be anything. */
  private static final List<Pattern> WHOLE =
      List.of(
          Pattern.compile("(?=.*::|(?:[^:]*:){7})[0-9A-Fa-f:.]{3,45}(?:%\\w+)?"), // IPv6
          Pattern.compile("\\d{10,19}"), // a telephone, a card
          Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}"), // a date, as of birth
          Pattern.compile("(?:19|20)\\d{2}-\\d{2}-\\d{2}.*"),
          Pattern.compile("-?\\d{1,3}[.,]\\d{4,}(?:[,; ]+-?\\d{1,3}[.,]\\d{4,})?")); // a place

  private static final int MAX_LENGTH = 200;

  private PersonalColumns() {}

  /** Not as a part of a longer word or number. */
  private static List<Pattern> within(String... patterns) {
    return Arrays.stream(patterns)
        .map(one -> Pattern.compile("(?U)(?<![\\p{L}\\p{N}])(?:" + one + ")(?![\\p{L}\\p{N}])"))
        .toList();
  }

  static boolean isIn(String heading, List<String> values) {
    return isNamed(heading)
        || values.stream().anyMatch(PersonalColumns::isValue)
        || GivenNames.areNames(values);
  }

  private static boolean isNamed(String heading) {
    String parted = // firstName
        heading.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ");
    String joined = heading.replaceAll("(?<=\\b\\p{L})\\. ?(?=\\p{L}\\b)", ""); // Ф. И. О.
    return Stream.of(parted, heading, joined).anyMatch(PersonalColumns::hasPersonalWord);
  }

  private static boolean hasPersonalWord(String heading) {
    String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return WORDS.contains(plain) || Arrays.stream(plain.split(" ")).anyMatch(WORDS::contains);
  }

  /** Whether a viewer's code tells who it is; numbers alone may be anybody's. */
  static boolean isPersonalCode(String code) {
    return !code.matches("\\d+")
        && (WITHIN.stream().anyMatch(pattern -> pattern.matcher(code).find())
            || GivenNames.isName(code));
  }

  private static boolean isValue(String value) {
    return value.length() <= MAX_LENGTH
        && (WITHIN.stream().anyMatch(pattern -> pattern.matcher(value).find())
            || WHOLE.stream().anyMatch(pattern -> pattern.matcher(value).matches()));
  }
}
