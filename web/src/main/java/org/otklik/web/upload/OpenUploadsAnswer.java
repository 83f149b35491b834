package org.otklik.web.upload;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.otklik.identity.Actor;
import org.otklik.upload.VideoUpload;
import org.otklik.web.session.CurrentActor;

/**
 * The caller's open uploads, and the session's token: a page whose session ended goes on with that
 * of the next. Another site cannot read the answer.
 */
final class OpenUploadsAnswer {
  private OpenUploadsAnswer() {}

  static String json(CurrentActor me, ArrivingVideos videos) {
    Actor actor = me.get();
    actor.requireUpload();
    JsonArrayBuilder uploads = Json.createArrayBuilder();
    videos.open(actor).forEach(upload -> uploads.add(json(upload, videos.arrived(upload))));
    return Json.createObjectBuilder()
        .add("token", me.getUploadToken())
        .add("uploads", uploads)
        .build()
        .toString();
  }

  private static JsonObjectBuilder json(VideoUpload upload, long arrived) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", upload.publicId().toString())
            .add("subject", String.valueOf(subject(upload)))
            .add("details", upload.details())
            .add("name", upload.fileName())
            .add("size", upload.sizeBytes())
            .add("offset", arrived)
            .add("expires", upload.expiresAt().toString());
    return upload.fileModifiedAt() == null
        ? json
        : json.add("modified", upload.fileModifiedAt().toEpochMilli());
  }

  private static Object subject(VideoUpload upload) {
    return upload.creativeId() == null ? upload.campaignId() : upload.creativeId();
  }
}
