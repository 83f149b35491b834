package org.otklik.web.schedule;

import java.io.Serializable;
import org.otklik.schedule.Delivery;

/** Who gets a schedule's reports and how, as the page's form has it. */
public class MailForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String to;
  private String cc;
  private String bcc;
  private Delivery delivery = Delivery.ATTACHMENT;
  private String subject;
  private String text;

  static MailForm of(ScheduleView schedule) {
    MailForm form = new MailForm();
    form.to = String.join(", ", schedule.to());
    form.cc = String.join(", ", schedule.cc());
    form.bcc = String.join(", ", schedule.bcc());
    form.delivery = schedule.delivery();
    form.subject = schedule.subject();
    form.text = schedule.text();
    return form;
  }

  public Delivery[] getDeliveries() {
    return Delivery.values();
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getCc() {
    return cc;
  }

  public void setCc(String cc) {
    this.cc = cc;
  }

  public String getBcc() {
    return bcc;
  }

  public void setBcc(String bcc) {
    this.bcc = bcc;
  }

  public Delivery getDelivery() {
    return delivery;
  }

  public void setDelivery(Delivery delivery) {
    this.delivery = delivery;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
