package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.administration.StorageFigures;
import org.otklik.administration.StorageService;
import org.otklik.storage.MediaDisk;
import org.otklik.web.portal.Language;
import org.otklik.web.session.CurrentActor;

/** {@code admin-storage.xhtml}: what lies on the disks. */
@Named
@RequestScoped
public class StoragePage {
  private static final String[] ENGLISH = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final String[] RUSSIAN = {"Б", "КиБ", "МиБ", "ГиБ", "ТиБ"};
  private static final int STEP = 1024;

  @Inject private StorageService storage;
  @Inject private CurrentActor me;
  @Inject private Language language;

  @Inject private MediaDisk disk;

  private StorageFigures figures;

  public StorageFigures getFigures() {
    if (figures == null) {
      figures = storage.figures(me.get());
    }
    return figures;
  }

  /** Whether nothing more is taken. */
  public boolean isFull() {
    return disk.isFull();
  }

  public long getFreeBytes() {
    return disk.freeBytes();
  }

  public long getReservedBytes() {
    return disk.reservedBytes();
  }

  /** A size as people read it: 1.4 GiB. */
  public String size(long bytes) {
    String[] units = language.isRussian() ? RUSSIAN : ENGLISH;
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < units.length - 1) {
      value /= STEP;
      unit++;
    }
    String format = unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s";
    return String.format(language.getLocale(), format, value, units[unit]);
  }
}
