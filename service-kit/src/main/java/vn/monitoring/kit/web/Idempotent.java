package vn.monitoring.kit.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A POST that may be sent again: with an `Idempotency-Key` its answer is stored in the transaction of its write and
/// repeated for 24 hours.
///
/// Stands on a resource method that returns a `Response`. The method runs in one transaction, with or without a
/// key. The same key with other content is refused (422), while the first request still runs too (409).
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
