/**
 * Lists of campaigns and creatives with their progress and small charts, read in few statements.
 * Called by the portal; after analysis.
 */
package org.otklik.overview;
