package org.otklik.web.live;

/** A page that listens to its campaign. */
public interface LiveListener {
  /** Why it hears no more. */
  enum Reason {
    NOT_ALLOWED,
    COME_BACK
  }

  String login();

  /** Never waits. */
  void tell(String text);

  void dismiss(Reason reason);
}
