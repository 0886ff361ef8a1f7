package vn.monitoring.demo;

/// Nobody answers at the other end; it may be back in a moment.
final class Unreachable extends DemoFailure {

    private static final long serialVersionUID = 1;

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
