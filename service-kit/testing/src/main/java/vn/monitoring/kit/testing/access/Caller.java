package vn.monitoring.kit.testing.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.testing.Tokens;

/// Whoever makes a request with a token: always the same account, `caller`, in one role or none, for one unit or none.
record Caller(@Nullable String role, @Nullable String unit) {

    private static final Map<Caller, String> TOKENS = new ConcurrentHashMap<>();

    String token() {
        return TOKENS.computeIfAbsent(this, Caller::sign);
    }

    private static String sign(Caller caller) {
        Tokens token = Tokens.as(Stage.CALLER);
        if (caller.role != null) {
            token.roles(caller.role);
        }
        if (caller.unit != null) {
            token.units(caller.unit);
        }
        return token.token();
    }
}
