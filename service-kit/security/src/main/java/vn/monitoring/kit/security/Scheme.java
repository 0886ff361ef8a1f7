package vn.monitoring.kit.security;

import java.util.Optional;

/// How a token is presented: by whoever has it, or with a proof of the key that it is bound to (RFC 9449).
enum Scheme {
    BEARER("Bearer"),
    DPOP("DPoP");

    private final String text;

    Scheme(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /// Names of schemes are compared without regard to case (RFC 9110, 11.1).
    static Optional<Scheme> find(String text) {
        for (Scheme scheme : values()) {
            if (scheme.text.equalsIgnoreCase(text)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }
}
