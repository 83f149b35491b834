package org.otklik.branding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.otklik.report.branding.Palette;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.request.Chapter;

/** The rows of looks. */
@ApplicationScoped
class BrandingStore {
  @Inject private Jdbi jdbi;

  /** The standard one where the client has none of its own. */
  ClientBranding of(long clientId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from core.client_branding where client_id = :client")
                .bind("client", clientId)
                .map((row, context) -> branding(row))
                .findOne()
                .orElse(ClientBranding.STANDARD));
  }

  private static ClientBranding branding(ResultSet row) throws SQLException {
    return new ClientBranding(
        new ReportBranding(
            Palette.of(
                row.getString("accent_colour"),
                row.getString("positive_colour"),
                row.getString("negative_colour")),
            row.getBytes("logo"),
            row.getBytes("cover"),
            row.getString("cover_text")),
        chapters(row.getArray("chapters")));
  }

  private static List<Chapter> chapters(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray()).map(Chapter::valueOf).toList();
  }

  void set(long clientId, ClientBranding wanted, long userId) {
    ReportBranding branding = wanted.branding();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into core.client_branding (
                        client_id, accent_colour, positive_colour, negative_colour, logo, cover,
                        cover_text, chapters, changed_by)
                    values (:client, :accent, :positive, :negative, :logo, :cover,
                        :cover_text, :chapters, :user)
                    on conflict (client_id) do update
                    set accent_colour = excluded.accent_colour,
                        positive_colour = excluded.positive_colour,
                        negative_colour = excluded.negative_colour, logo = excluded.logo,
                        cover = excluded.cover, cover_text = excluded.cover_text,
                        chapters = excluded.chapters, changed_at = now(),
                        changed_by = excluded.changed_by
                    """)
                .bind("client", clientId)
                .bind("accent", Palette.hex(branding.palette().accent()))
                .bind("positive", Palette.hex(branding.palette().positive()))
                .bind("negative", Palette.hex(branding.palette().negative()))
                .bind("logo", branding.logo())
                .bind("cover", branding.cover())
                .bind("cover_text", branding.coverText())
                .bindArray(
                    "chapters",
                    String.class,
                    wanted.chapters().stream().map(Chapter::name).toList())
                .bind("user", userId)
                .execute());
  }

  void remove(long clientId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from core.client_branding where client_id = :client")
                .bind("client", clientId)
                .execute());
  }
}
