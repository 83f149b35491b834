/** Reports: asked for, looked after and handed out. */
package org.otklik.web.report;
