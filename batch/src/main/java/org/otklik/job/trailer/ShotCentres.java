package org.otklik.job.trailer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.otklik.analysis.result.ResultService;
import org.otklik.identity.Actor;
import org.otklik.job.vision.VisionModels;
import org.otklik.media.decoder.CutOrder;
import org.otklik.storage.MediaStore;
import org.otklik.trailer.video.CutPlan;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.Frame;

/**
 * What each shot of a cropped video is cropped around: the faces that it shows, the larger the
 * more, else its middle. One place for the whole shot, so that the picture stands still.
 */
@ApplicationScoped
public class ShotCentres {
  private static final double MIDDLE = 0.5;

  @Inject private ResultService results;
  @Inject private MediaStore store;
  @Inject private VisionModels models;

  /**
   * @throws IOException when the store does not hold an image
   */
  public List<CutOrder.Shot> shots(CutPlan plan) throws IOException {
    Map<Integer, String> images =
        plan.isCropped() ? results.pictures(Actor.JOB, plan.creativeId()) : Map.of();
    List<CutOrder.Shot> shots = new ArrayList<>();
    for (CutPlan.CutShot shot : plan.shots()) {
      double x = 0;
      double y = 0;
      double weight = 0;
      for (int second = second(plan, shot.begin()); second <= second(plan, shot.end()); second++) {
        if (!images.containsKey(second)) {
          continue;
        }
        Frame frame = frame(store.read(images.get(second)));
        for (FaceObservation seen :
            models.observer(VisionSettings.STANDARD).observe(List.of(frame)).get(0).faces()) {
          FaceBox box = seen.face().box();
          x += box.areaPx() * box.centreXPx() / frame.widthPx();
          y += box.areaPx() * box.centreYPx() / frame.heightPx();
          weight += box.areaPx();
        }
      }
      shots.add(
          new CutOrder.Shot(
              shot.begin(),
              shot.end(),
              weight > 0 ? x / weight : MIDDLE,
              weight > 0 ? y / weight : MIDDLE));
    }
    return shots;
  }

  /** Its image is of its middle. */
  private static int second(CutPlan plan, int frame) {
    return (int) (frame / plan.rate().perSecond());
  }

  private static Frame frame(byte[] jpeg) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
    BufferedImage bgr =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = bgr.createGraphics();
    graphics.drawImage(read, 0, 0, null);
    graphics.dispose();
    byte[] pixels = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
    return new Frame(0, bgr.getWidth(), bgr.getHeight(), bgr.getWidth(), bgr.getHeight(), pixels);
  }
}
