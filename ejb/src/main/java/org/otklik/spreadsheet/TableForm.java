package org.otklik.spreadsheet;

import static org.otklik.spreadsheet.TableColumn.CONSENT;
import static org.otklik.spreadsheet.TableColumn.CSAT;
import static org.otklik.spreadsheet.TableColumn.FILE;
import static org.otklik.spreadsheet.TableColumn.NPS;
import static org.otklik.spreadsheet.TableColumn.ROLE;
import static org.otklik.spreadsheet.TableColumn.START;
import static org.otklik.spreadsheet.TableColumn.VIEWER;

import java.util.List;
import java.util.Set;
import org.otklik.problem.ProblemCode;

/** The tables that are taken in: which columns they have, and what is said of those that fail. */
public enum TableForm {
  ANSWERS(
      List.of(VIEWER, NPS, CSAT),
      ProblemCode.ANSWERS_MALFORMED,
      ProblemCode.ANSWERS_HEADER_INVALID) {
    @Override
    boolean isComplete(Set<TableColumn> found) {
      return found.contains(VIEWER) && (found.contains(NPS) || found.contains(CSAT));
    }
  },
  CODES(List.of(VIEWER), ProblemCode.CODES_MALFORMED, ProblemCode.CODES_HEADER_INVALID) {
    @Override
    boolean isComplete(Set<TableColumn> found) {
      return found.contains(VIEWER);
    }
  },
  RECORDINGS(
      List.of(FILE, VIEWER, CONSENT, START, ROLE),
      ProblemCode.RECORDING_LIST_MALFORMED,
      ProblemCode.RECORDING_LIST_HEADER) {
    @Override
    boolean isComplete(Set<TableColumn> found) {
      return found.contains(FILE) && found.contains(VIEWER);
    }
  };

  private final List<TableColumn> columns;
  private final ProblemCode malformed;
  private final ProblemCode headingInvalid;

  TableForm(List<TableColumn> columns, ProblemCode malformed, ProblemCode headingInvalid) {
    this.columns = columns;
    this.malformed = malformed;
    this.headingInvalid = headingInvalid;
  }

  /** Whether nothing is missing that such a table needs. */
  abstract boolean isComplete(Set<TableColumn> found);

  List<TableColumn> columns() {
    return columns;
  }

  /** The content is no table. */
  ProblemCode malformed() {
    return malformed;
  }

  /** The columns are not named; with what was found instead. */
  ProblemCode headingInvalid() {
    return headingInvalid;
  }
}
