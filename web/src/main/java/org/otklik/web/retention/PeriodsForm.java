package org.otklik.web.retention;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.retention.DataClass;
import org.otklik.retention.RetentionPeriods;

/** Days as they are typed; an empty field stands for what is kept. */
public class PeriodsForm implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By the names of the classes. */
  private final Map<String, String> days = new HashMap<>();

  static PeriodsForm of(RetentionPeriods periods) {
    PeriodsForm form = new PeriodsForm();
    for (DataClass dataClass : DataClass.values()) {
      Integer set = periods.days(dataClass);
      form.days.put(dataClass.name(), set == null ? "" : set.toString());
    }
    return form;
  }

  /**
   * @throws ProblemException FIELD_INVALID for what is no number
   */
  RetentionPeriods periods() {
    return new RetentionPeriods(
        number(DataClass.VIDEO),
        number(DataClass.FRAMES),
        number(DataClass.ANSWERS),
        number(DataClass.REPORTS));
  }

  private Integer number(DataClass dataClass) {
    String typed = days.get(dataClass.name()) == null ? "" : days.get(dataClass.name()).strip();
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("\\d{1,6}")) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          dataClass.name().toLowerCase(Locale.ROOT),
          typed,
          RetentionPeriods.MIN_DAYS + "–" + RetentionPeriods.MAX_DAYS);
    }
    return Integer.valueOf(typed);
  }

  /** By the names of the classes. */
  public Map<String, String> getDays() {
    return days;
  }

  public DataClass[] getClasses() {
    return DataClass.values();
  }
}
