/// How a browser is signed in without ever holding a token.
@NullMarked
package vn.monitoring.gateway.login;

import org.jspecify.annotations.NullMarked;
