package vn.monitoring.kit.security;

import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;

/// The signatures that are believed: asymmetric ones only, so that nobody who can check a token can make
/// one, and none of the `none` kind (RFC 8725, 3.1 and 3.2).
final class Algorithms {

    static final List<String> ALLOWED =
            List.of("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512", "EdDSA");

    static final AlgorithmConstraints CONSTRAINTS =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALLOWED.toArray(String[]::new));

    private Algorithms() {}
}
