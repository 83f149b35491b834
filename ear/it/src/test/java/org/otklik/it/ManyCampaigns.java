package org.otklik.it;

import java.io.IOException;
import java.sql.SQLException;
import org.otklik.bench.server.StoredRows;

/** Writes a thousand finished campaigns of twenty viewings each straight into the database. */
final class ManyCampaigns {
  private ManyCampaigns() {}

  static void write(String client) throws IOException, SQLException {
    StoredRows.in(TestGround.database()).campaigns(client);
  }
}
