package org.otklik.settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where files lie, and what is done with videos and reports.
 *
 * @param mediaFolder where videos, pictures and reports lie
 * @param modelsFolder the model folders with their cards
 * @param demoFolder the demo's videos with their manifest; null without a demo
 * @param inboxFolder below it, in a folder of each client's code, lie pictures that are analysed
 *     where they are; null without one
 * @param uploadLimitBytes the largest video or ZIP taken
 * @param reservedBytes nothing is taken from outside that would leave less free on the disk
 * @param sampleHz frames looked at a second
 * @param reportKeepDays reports are deleted after so many days; 0: kept until somebody deletes them
 * @param reportLinkDays a link to a report expires after so many days at the latest
 */
public record ServerSettings(
    @ConfigProperty(name = "otklik.media.dir") @NotNull Path mediaFolder,
    @ConfigProperty(name = "otklik.models.dir") @NotNull @ExistingFolder Path modelsFolder,
    @ConfigProperty(name = "otklik.demo.dir") @ExistingFolder Path demoFolder,
    @ConfigProperty(name = "otklik.inbox.dir") @ExistingFolder Path inboxFolder,
    @ConfigProperty(name = "otklik.upload.limit-bytes", defaultValue = "4294967296")
        @Min(1)
        @Max(1L << 40)
        long uploadLimitBytes,
    @ConfigProperty(name = "otklik.disk.reserve-bytes", defaultValue = "268435456")
        @Min(0)
        @Max(1L << 50)
        long reservedBytes,
    @ConfigProperty(name = "otklik.sample-hz", defaultValue = "10")
        @DecimalMin("0.1")
        @DecimalMax("60")
        double sampleHz,
    @ConfigProperty(name = "otklik.report.keep-days", defaultValue = "0") @Min(0) @Max(36_500)
        int reportKeepDays,
    @ConfigProperty(name = "otklik.report.link-days", defaultValue = "30") @Min(1) @Max(365)
        int reportLinkDays) {}
