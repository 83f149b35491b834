package org.otklik.launcher;

import java.nio.file.Path;
import java.util.List;

/**
 * What the demo came to.
 *
 * @param reports the PDFs
 * @param problems what could not be made of the analysed recordings, in sentences; the portal shows
 *     all the rest
 */
record DemoResult(List<Path> reports, List<String> problems) {}
