package org.otklik.upload;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalColumnsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "e-mail",
        "Email",
        "E-Mail Address",
        "Phone number",
        "tel.",
        "IP address",
        "IPAddress",
        "firstName",
        "Last name",
        "Name",
        "Comment",
        "Date of birth",
        "Recipient_Email",
        "RecipientLastName",
        "User agent",
        "Location latitude",
        "Электронная почта",
        "Эл. почта",
        "Телефон",
        "Моб. тел.",
        "IP-адрес",
        "ФИО",
        "Имя",
        "Фамилия Имя",
        "Дата рождения",
        "Комментарий",
        "Паспорт",
        "СНИЛС",
        "Ваши комментарии",
        "Ф.И.О.",
        "Ф. И. О.",
        "WhatsApp номер",
        "Имейл",
        "Vorname",
        "Prénom",
        "Telegram"
      })
  void isToldByItsHeading(String heading) {
    assertTrue(PersonalColumns.isIn(heading, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@example.com",
        "+7 900 000-00-00",
        "8 (900) 000-00-00",
        "89000000000",
        "(495) 123-45-67",
        "+44 20 7946 0958",
        "10.0.0.1",
        "2001:db8::1",
        "fe80:0:0:0:1:2:3:4",
        "https://example.com/anna",
        "@anna_k",
        "12.05.1990",
        "1990-05-12",
        "5/12/90",
        "4000 1234 5678 9010",
        "112-233-445 95",
        "45 08 123456",
        "55.75583, 37.61730",
        "Иванов Иван Иванович",
        "ИВАНОВ ИВАН ИВАНОВИЧ",
        "И.И. Иванов",
        "15 марта 1985",
        "March 15, 1985",
        "t.me/ivan",
        "ivan(at)mail.ru",
        "пр. Мира 10",
        "кв 7",
        "45 09 № 123456",
        "Анна Сергеевна",
        "Иванова А. С.",
        "john@example.org, mary@example.org",
        "звоните +7 916 123-45-67",
        "тел. 8(916)1234567",
        "203.0.113.7, 10.0.0.1",
        "Москва, ул. Ленина 5, кв. 7"
      })
  void isToldByItsValues(String value) {
    assertTrue(PersonalColumns.isIn("column", List.of("A", value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Иванов Иван", "СИДОРОВА АННА", "петров пётр", "Smith, John", "Mary Ann Lee"})
  void surnamesWithGivenNamesAreToldWhereTheyAreHalfOfTheValues(String value) {
    assertTrue(PersonalColumns.isIn("column", List.of("Кузнецов Ё", value, value)));
    assertTrue(PersonalColumns.isPersonalCode(value));
    assertFalse(PersonalColumns.isIn("Shop", List.of("Магнит", "Пятёрочка", value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25-34",
        "женский",
        "Moscow",
        "Санкт-Петербург",
        "50000-100000",
        "wave of 2024-01-05",
        "на улице",
        "50 000 – 100 000 ₽",
        "A/B",
        "2026",
        "Nizhny Novgorod",
        "yes",
        "1,5",
        "Углич",
        "3 or more"
      })
  void attributesAreNot(String value) {
    assertFalse(PersonalColumns.isIn("Region", List.of(value)));
  }
}
