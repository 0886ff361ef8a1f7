package vn.monitoring.bench.suite;

import vn.monitoring.client.ClientFailure;

/// The platform does not offer what a benchmark measures.
public final class Unavailable extends ClientFailure {

    private static final long serialVersionUID = 1;

    public Unavailable(String message) {
        super(message);
    }
}
