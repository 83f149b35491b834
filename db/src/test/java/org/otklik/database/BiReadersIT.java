package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Named readers of bi, who see the rows of their clients only. */
class BiReadersIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String QUERY_CANCELED = "57014";
  private static final String RAISED = "P0001";
  private static final String PASSWORD = "it-anna-password";

  private BiExampleFixture example;

  @BeforeEach
  void open() throws IOException, SQLException {
    example = BiExampleFixture.open(DATABASE);
    example.execute("select core.limit_bi_reader('it-anna', 'it-spring')");
  }

  @AfterEach
  void close() throws SQLException {
    example.close();
  }

  static List<String> viewsWithCampaign() throws SQLException {
    List<String> views =
        DATABASE.rows(
            DatabaseRole.OWNER,
            """
            select table_name from information_schema.columns
            where table_schema = 'bi' and column_name = 'campaign_key' order by table_name
            """);
    assertTrue(views.size() > 10);
    return views;
  }

  @ParameterizedTest
  @MethodSource("viewsWithCampaign")
  void namedReaderSeesRowsOfItsClientOnly(String view) throws SQLException {
    // The rival's groups are too small for some views: as drawn viewers they would be there.
    example.execute("update core.campaign set is_synthetic = true where name = 'IT Rival'");
    String campaigns =
        "select distinct campaign_key from bi." + view + " where campaign_key in (%s) order by 1";
    String spring = campaignKey("IT Spring");
    String rival = campaignKey("IT Rival");
    example.signInAs("bi_reader");
    assertEquals(List.of(spring, rival), example.rows(campaigns.formatted(spring + ", " + rival)));
    example.execute("reset session authorization");
    example.signInAs("it-anna");
    assertEquals(List.of(spring), example.rows(campaigns.formatted(spring + ", " + rival)));
    assertEquals(List.of(spring), example.rows("select distinct campaign_key from bi." + view));
    // A condition that fails on a hidden row would tell that there is one, and what it holds.
    assertEquals(
        List.of(),
        example.rows(
            "select 1 from bi.%s where 1 / (campaign_key = %s)::integer = 2"
                .formatted(view, spring)));
  }

  /** Joined as logins are told to, and with a condition that fails on hidden rows. */
  @ParameterizedTest
  @MethodSource("viewsWithCampaign")
  void hiddenRowIsNotToldByTheConditionOfAJoin(String view) throws SQLException {
    example.execute("update core.campaign set is_synthetic = true where name = 'IT Rival'");
    String spring = campaignKey("IT Spring");
    example.signInAs("it-anna");
    for (String nestedLoops : List.of("on", "off")) {
      example.execute("set local enable_nestloop = " + nestedLoops);
      for (String on :
          List.of(
              "1 / (hidden.campaign_key = %s)::integer = 1",
              "campaign.campaign_key / (hidden.campaign_key = %s)::integer = hidden.campaign_key")) {
        assertFalse(
            example
                .rows(
                    "select 1 from bi.dim_campaign as campaign join bi.%s as hidden on %s"
                        .formatted(view, on.formatted(spring)))
                .isEmpty());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dim_campaign, campaign_name, IT Spring",
    "dim_model, model_name, it-detector-1",
    "fact_second, observed_share, 1",
    "fact_frame, other_faces, 0",
    "fact_voice, heard_share, 1",
    "fact_call_second, face_weight, 0.5",
  })
  void hiddenRowIsNotToldByAnErrorMessage(String view, String column, String ours)
      throws SQLException {
    example.execute(
        "update agg.viewer_second set observed_share = 0.5 where analysis_run_id in"
            + " (select id from core.analysis_run where classifier_name = 'it-classifier-2')");
    example.signInAs("it-anna");
    assertFalse(
        example
            .rows(
                """
                select 1 from bi.%1$s
                where case when %2$s::text in ('%3$s', 'it-classifier-1') then 1 else (%2$s || 'x')::integer end = 1
                """
                    .formatted(view, column, ours))
            .isEmpty());
  }

  @Test
  void modelsOfOthersAreNotSeen() throws SQLException {
    example.signInAs("it-anna");
    assertEquals(
        List.of("it-classifier-1|16", "it-detector-1|16"),
        example.rows(
            """
            select model_name, count(*)
            from bi.dim_model
            join bi.fact_run on model_key in (detector_key, classifier_key)
            group by model_name order by 1
            """));
  }

  @Test
  void readerOfTwoClientsSeesBoth() throws SQLException {
    example.execute("select core.limit_bi_reader('it-anna', 'it-rival', 'it-spring')");
    example.signInAs("it-anna");
    assertEquals(List.of("IT Rival", "IT Spring"), campaigns());
    example.execute("reset session authorization");
    example.execute("select core.limit_bi_reader('it-anna', 'it-rival')");
    example.signInAs("it-anna");
    assertEquals(List.of("IT Rival"), campaigns());
  }

  @Test
  void takingTheRoleOfBiReaderWidensNothing() throws SQLException {
    example.signInAs("it-anna");
    example.execute("set local role bi_reader");
    assertEquals(List.of("IT Spring"), campaigns());
  }

  @Test
  void memberOfBiReaderWithoutClientsSeesNothing() throws SQLException {
    example.execute("create role \"it-nobody\" login in role bi_reader");
    example.signInAs("it-nobody");
    assertEquals(List.of(), campaigns());
    assertEquals(List.of("0"), example.rows("select count(*) from bi.fact_frame"));
  }

  @ParameterizedTest
  @CsvSource({
    "it-bertha, it-unknown, No client has the code it-unknown",
    "bi_reader, it-spring, The role bi_reader is not a named reader's",
    "otklik_owner, it-spring, The role otklik_owner is not a named reader's",
    "postgres, it-spring, The role postgres sees everything and cannot be limited",
  })
  void limitThatCannotHoldIsRefused(String login, String client, String message) {
    SQLException refused =
        assertThrows(
            SQLException.class,
            () -> example.rows("select core.limit_bi_reader('%s', '%s')".formatted(login, client)));
    assertEquals(RAISED, refused.getSQLState());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into core.bi_reader_client select 'bi_reader', id from core.client",
        "delete from core.bi_reader_client",
        "select core.limit_bi_reader('otklik_app', 'it-spring')",
      })
  void applicationChangesNoReader(String statement) throws SQLException {
    example.signInAs("otklik_app");
    assertRefused(INSUFFICIENT_PRIVILEGE, () -> example.execute(statement));
  }

  @Test
  void namedReaderSignsInReadOnlyAndReachesNothingElse() throws SQLException {
    example.close(); // its uncommitted reader would hold up the one made here
    execute(
        "insert into core.client (code, name) values ('it-anna', 'Anna''s')",
        "select core.limit_bi_reader('it-real-anna', 'it-anna')",
        "alter role \"it-real-anna\" password '" + PASSWORD + "'");
    try (Connection connection = DATABASE.connect("it-real-anna", PASSWORD);
        Statement sql = connection.createStatement()) {
      assertEquals("on", value(sql, "show default_transaction_read_only"));
      assertEquals("1min", value(sql, "show statement_timeout"));
      assertEquals("0", value(sql, "select count(*) from fact_viewing"));
      sql.execute("set default_transaction_read_only = off");
      for (String statement :
          List.of(
              "select 1 from core.campaign",
              "select 1 from core.visible_campaign",
              "select 1 from core.bi_reader_client",
              "select 1 from agg.viewing",
              "select core.visible_clients()",
              "insert into core.bi_reader_client select 'it-real-anna', 1",
              "select core.limit_bi_reader('it-real-anna', 'demo')",
              "create temporary table smuggled (id int)",
              "create table bi.smuggled (id int)",
              "set session authorization bi_reader")) {
        assertRefused(INSUFFICIENT_PRIVILEGE, () -> sql.execute(statement));
      }
      sql.execute("set statement_timeout = '200ms'");
      assertRefused(QUERY_CANCELED, () -> sql.execute("select pg_sleep(30)"));
    } finally {
      execute(
          "delete from core.bi_reader_client where role_name = 'it-real-anna'",
          "drop role if exists \"it-real-anna\"",
          "delete from core.client where code = 'it-anna'");
    }
  }

  private String campaignKey(String name) throws SQLException {
    return example.rows("select id from core.campaign where name = '" + name + "'").get(0);
  }

  private List<String> campaigns() throws SQLException {
    return example.rows("select campaign_name from bi.dim_campaign order by 1");
  }

  private static String value(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = DATABASE.connect(DatabaseRole.SUPERUSER);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  private static void assertRefused(String sqlState, Executable statement) {
    SQLException refused = assertThrows(SQLException.class, statement);
    assertEquals(sqlState, refused.getSQLState(), refused.getMessage());
  }
}
