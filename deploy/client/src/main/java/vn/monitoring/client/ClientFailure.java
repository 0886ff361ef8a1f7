package vn.monitoring.client;

/// A program cannot go on with the platform; the message says why to the person who started it.
public class ClientFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ClientFailure(String message) {
        super(message);
    }

    public ClientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
