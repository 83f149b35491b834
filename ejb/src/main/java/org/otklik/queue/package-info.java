/**
 * Batch jobs that features ask for. The batch module's dispatcher starts them; nothing here knows
 * of {@code JobOperator}.
 */
package org.otklik.queue;
