package org.otklik.overview;

/** In which order campaigns are listed; those that are alike by the newest first. */
public enum CampaignOrder {
  NEWEST("created_at desc"),
  NAME("lower(name)"),
  CONTACTS("contacts desc"),
  INDEX("eei desc nulls last");

  private final String columns;

  CampaignOrder(String columns) {
    this.columns = columns;
  }

  String columns() {
    return columns;
  }
}
