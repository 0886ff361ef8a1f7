package vn.monitoring.client;

/// Nobody answers at the other end; it may be back in a moment.
public final class Unreachable extends ClientFailure {

    private static final long serialVersionUID = 1;

    public Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
