/** What videos have in common that a job cuts out of a creative: trailers' videos, and clips. */
package org.otklik.cut;
