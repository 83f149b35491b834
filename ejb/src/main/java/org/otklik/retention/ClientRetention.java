package org.otklik.retention;

/**
 * What holds for a client.
 *
 * @param code the client's
 * @param remakesReports whether reports that list a viewer who is deleted are created again without
 */
public record ClientRetention(
    String code, String name, RetentionPeriods periods, boolean remakesReports) {}
