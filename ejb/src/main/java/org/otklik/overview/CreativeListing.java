package org.otklik.overview;

import java.util.List;

/**
 * A page of an overview of creatives.
 *
 * @param entries of the page, with their percentiles
 * @param found all that pass, in order, without percentiles
 * @param page from 0; the last one where the page asked for is beyond it
 */
public record CreativeListing(List<CreativeLine> entries, List<CreativeLine> found, int page) {}
