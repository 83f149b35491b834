package org.otklik.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsFileTest {
  private static Properties read(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }

  @Test
  void whatWasSetStandsAtItsPlaceInTheNewFileAndWhatIsNoMoreAtItsEnd() {
    assertEquals(
        """
        # Port.
        otklik.http.port=9000

        # New.
        #otklik.new=5
        otklik.gone=yes
        """,
        SettingsFile.carriedOver(
            """
            # My own note.
            otklik.gone = yes
            otklik.http.port: 9000
            """,
            """
            # Port.
            #otklik.http.port=8080

            # New.
            #otklik.new=5
            """));
  }

  @Test
  void valuesStayWhatTheyWere() throws IOException {
    String toFillIn = Files.readString(Path.of("../distribution/src/main/conf/otklik.properties"));
    String earlier =
        "otklik.sso.roles=cn=admins=ADMINISTRATOR; \\\n    marketing=ANALYST\n"
            + "otklik.mail.sender-name=\\ Отклик\\\\\\t\n"
            + "otklik.inbox.dir=C:\\\\inbox\n";
    String carried = SettingsFile.carriedOver(earlier, toFillIn);
    assertEquals(read(earlier), read(carried));
    assertEquals(carried, SettingsFile.carriedOver(carried, toFillIn), "and once is enough");
  }
}
