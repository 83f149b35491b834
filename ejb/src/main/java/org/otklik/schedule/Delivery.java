package org.otklik.schedule;

/** How recipients get the reports. */
public enum Delivery {
  ATTACHMENT,
  /** To the portal, which asks for a sign-in. */
  LINK
}
