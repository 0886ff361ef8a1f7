package vn.monitoring.kit.security;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A token cannot be checked: its key is not known here yet, and the issuer was not to be reached. Nothing
/// is wrong with the request as far as anybody can tell; it may be sent again.
public class IssuerUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IssuerUnreachable(Throwable cause) {
        super("the issuer's keys are not to be had", cause);
    }

    /// The framework wraps a failed connection in different ways: at the first fetch, and when it looks for
    /// new keys.
    static boolean isCauseOf(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || cause instanceof OIDCException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
