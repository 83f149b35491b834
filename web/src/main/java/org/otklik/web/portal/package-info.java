/**
 * What all pages share: language, wording, figures, headers and errors. Called by the pages of the
 * features; imports none of them.
 */
package org.otklik.web.portal;
