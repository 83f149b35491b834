/** Clips of a creative with their curve: in the API, and on the creative's page. */
package org.otklik.web.clip;
