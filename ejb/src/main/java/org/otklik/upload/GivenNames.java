package org.otklik.upload;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells surname and given name, in any order, by the commonest given names. */
final class GivenNames {
  private static final Pattern TWO_OR_THREE_WORDS =
      Pattern.compile("\\p{L}[\\p{L}'’-]+(?:,? \\p{L}[\\p{L}'’-]+){1,2}");

  private static final Set<String> NAMES =
      Set.copyOf(
          Arrays.asList(
              ("александр александра алексей алёна алена алина алла анастасия анатолий андрей анна"
                      + " антон антонина аркадий арсений артём артем борис вадим валентин валентина"
                      + " валерий валерия василий василиса вера вероника виктор виктория виталий"
                      + " владимир владислав вячеслав галина геннадий георгий глеб григорий данила"
                      + " даниил дарья денис диана дмитрий евгений евгения егор екатерина елена"
                      + " елизавета ефим жанна зинаида зоя иван игорь илья инна ирина кирилл"
                      + " константин ксения лариса лев леонид лидия любовь людмила маргарита марина"
                      + " мария марк матвей михаил надежда наталья наталия никита николай нина оксана"
                      + " олег олеся ольга павел пётр петр полина раиса роман руслан светлана семён"
                      + " семен сергей софия софья станислав степан тамара татьяна тимофей тимур"
                      + " ульяна фёдор федор эдуард юлия юрий яна ярослав"
                      + " adam alexander alice amanda andrew anna anthony ashley barbara benjamin brian"
                      + " carol charles christopher daniel david deborah donald donna dorothy edward"
                      + " elizabeth emily emma eric george helen james jason jennifer jessica john"
                      + " joseph joshua karen kenneth kevin kimberly laura linda lisa margaret maria"
                      + " mark mary matthew melissa michael michelle nancy nicholas olivia patricia paul"
                      + " peter rebecca richard robert ronald ryan samuel sandra sarah sharon sophia"
                      + " stephen steven susan thomas timothy william")
                  .split(" ")));

  private GivenNames() {}

  /** Whether the text is a name of two or three words; one alone may be a brand or a place. */
  static boolean isName(String text) {
    return TWO_OR_THREE_WORDS.matcher(text.strip()).matches()
        && Arrays.stream(text.toLowerCase(Locale.ROOT).split("[ ,]+")).anyMatch(NAMES::contains);
  }

  /** Whether at least half of the values are names: “Мария Ра” among shops is none. */
  static boolean areNames(Collection<String> values) {
    Set<String> distinct = Set.copyOf(values.stream().filter(one -> !one.isBlank()).toList());
    long names = distinct.stream().filter(GivenNames::isName).count();
    return names > 0 && 2 * names >= distinct.size();
  }
}
