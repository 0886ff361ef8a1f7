package vn.monitoring.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An operation that will go: its answers say so by `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), and the contract
/// marks it as deprecated.
///
/// Stands on a resource method that has an `@Operation` with an operationId.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sunset {

    /// The day since when clients should not start using it (ISO date).
    String deprecatedOn();

    /// The last day on which it answers (ISO date), at least six months later.
    String lastDay();

    /// What to use instead, one sentence.
    String instead();

    /// Where a client can read more; none when empty.
    String link() default "";
}
