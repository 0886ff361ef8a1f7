package vn.monitoring.client;

/// The platform answered something else than its client counts on.
public final class UnexpectedAnswer extends ClientFailure {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public UnexpectedAnswer(String request, String user, int status, String code, String body) {
        super("%s as %s: %d %s".formatted(request, user, status, body));
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /// The problem's code, or an empty text when the answer was no problem.
    public String code() {
        return code;
    }
}
