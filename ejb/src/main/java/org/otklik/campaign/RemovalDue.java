package org.otklik.campaign;

/** Something of the bin is to be deleted for good, now. */
public record RemovalDue() {}
