package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.campaign.Campaign;
import org.otklik.database.DatabaseRole;

/** The smallest group whose figures are shown is the same in the portal and in {@code bi}. */
class GroupSizeIT {
  @Test
  void smallestGroupOfBiIsThatOfTheApplication() throws SQLException {
    assertEquals(
        List.of(Campaign.MIN_GROUP_SIZE + "|1"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            "select core.min_group_size(false), core.min_group_size(true)"));
  }
}
