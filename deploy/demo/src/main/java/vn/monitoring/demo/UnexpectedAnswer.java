package vn.monitoring.demo;

/// The platform answered something else than the demo counts on.
final class UnexpectedAnswer extends DemoFailure {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    UnexpectedAnswer(String request, String user, int status, String code, String body) {
        super("%s as %s: %d %s".formatted(request, user, status, body));
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    /// The problem's code, or an empty text when the answer was no problem.
    String code() {
        return code;
    }
}
