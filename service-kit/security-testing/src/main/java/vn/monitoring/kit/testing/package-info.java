/// An issuer of tokens, good tokens and hostile ones, and what every test of the platform stands on.
@NullMarked
package vn.monitoring.kit.testing;

import org.jspecify.annotations.NullMarked;
