package vn.monitoring.kit.security;

/// Tokens cannot be checked: the issuer was not to be reached since this process began, and so its keys are
/// unknown. Nothing is wrong with the request; it may be sent again.
public class IssuerUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IssuerUnreachable(Throwable cause) {
        super("the issuer's keys are not to be had", cause);
    }
}
