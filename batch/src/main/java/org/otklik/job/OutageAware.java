package org.otklik.job;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A part of a job that fails during an outage fails because of it: see {@link OutageInterceptor}.
 */
@InterceptorBinding
@Retention(RUNTIME)
@Target(TYPE)
public @interface OutageAware {}
