package vn.monitoring.gateway;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Tells a sign-in or session that the issuer refuses from an issuer that is not there.
final class IssuerFailure {

    private IssuerFailure() {}

    static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || (cause instanceof OIDCException && !isRefusal(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /// An answer in the form of RFC 6749, 5.2, which quarkus-oidc hands on as the message.
    private static boolean isRefusal(@Nullable String message) {
        return message != null && message.contains("\"error\"");
    }
}
