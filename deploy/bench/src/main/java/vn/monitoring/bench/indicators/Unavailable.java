package vn.monitoring.bench.indicators;

import vn.monitoring.client.ClientFailure;

/// The platform does not offer what a benchmark measures.
final class Unavailable extends ClientFailure {

    private static final long serialVersionUID = 1;

    Unavailable(String message) {
        super(message);
    }
}
