package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.otklik.launcher.RestClient;

/** A schedule on a server that has no mail server. */
class ScheduleWithoutMailIT {
  @Test
  void reportsAreMadeAndTheRunSaysWhatIsMissing()
      throws IOException, InterruptedException, SQLException {
    RestClient administrator = NewServer.administrator();
    String campaign =
        administrator
            .post(
                "campaigns",
                Json.createObjectBuilder()
                    .add("client", NewServer.CLIENT)
                    .add("name", "Scheduled")
                    .build())
            .getString("id");
    String creative =
        administrator
            .upload("campaigns/" + campaign + "/creatives?name=Ad", DemoVideoFixture.ad())
            .getString("id");
    ViewersFixture viewers = ViewersFixture.in(TestGround.newServer().database());
    viewers.add(creative, 6);
    viewers.summarise(creative);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> administrator.object("creatives/" + creative).getBoolean("settled"));
    ScheduleFixture schedule =
        ScheduleFixture.create(
            administrator,
            campaign,
            ScheduleFixture.order(creative, Map.of("to", List.of("to@example.com"))));
    JsonObject run = schedule.runNow();
    assertEquals("FAILED", run.getString("state"));
    assertEquals("MAIL_NOT_SET_UP", run.getString("reasonCode"));
    assertTrue(run.getString("reason").contains("otklik.mail.host"), run.getString("reason"));
    assertEquals("COMPLETED", run.getJsonArray("reports").getJsonObject(0).getString("state"));
  }
}
