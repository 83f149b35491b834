/**
 * How a report looks, whatever it says: colours that are held to be readable, logo and cover. Pure
 * values, used by all formats; knows no client and no report.
 */
package org.otklik.report.branding;
