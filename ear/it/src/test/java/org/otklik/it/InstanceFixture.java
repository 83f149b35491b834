package org.otklik.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.ServerSettings;

/**
 * A running server as {@code bin/otklik} would find it: its folder of data, and what of the
 * unpacked ZIP a backup needs.
 *
 * @param distribution as the ZIP's folder
 * @param folder as an instance's
 */
public record InstanceFixture(Path distribution, Path folder, Path media) {
  /** The shared server, with some viewers and a video at least. */
  public static InstanceFixture ofTheSharedServer()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "To be kept", DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), 20);
    ServerSettings settings = TestGround.server().settings();
    Path folder = TestGround.database().folder().getParent();
    Files.writeString(folder.resolve("otklik.properties"), "otklik.disk.reserve-bytes=0\n");
    Path distribution = TestGround.newFolder("distribution");
    Path conf = Files.createDirectories(distribution.resolve("conf"));
    Files.writeString(conf.resolve("version.properties"), "version=test\n");
    LocalDatabase.Settings database = TestGround.layout().database(folder, true);
    Path postgres = Files.createDirectories(distribution.resolve("postgres"));
    Files.createSymbolicLink(
        postgres.resolve(database.binariesJar().getFileName()), database.binariesJar());
    return new InstanceFixture(distribution, folder, settings.media());
  }
}
