package vn.monitoring.gateway;

import java.util.Map;

/// Why a request does not pass, and what its answer says beside the problem.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final GatewayProblem problem;
    private final transient Map<String, String> headers;

    /// @param headers of the answer, by their names
    Refusal(GatewayProblem problem, Map<String, String> headers) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    Refusal(GatewayProblem problem) {
        this(problem, Map.of());
    }

    GatewayProblem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
