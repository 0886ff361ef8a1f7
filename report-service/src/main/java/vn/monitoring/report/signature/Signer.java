package vn.monitoring.report.signature;

import java.security.cert.X509Certificate;
import java.util.List;

/// Signs with a key that it does not show: one in a file today, one in a token or at a remote service
/// tomorrow.
interface Signer {

    /// The signer's certificate first, its issuers behind it.
    List<X509Certificate> chain();

    /// @param toBeSigned the bytes themselves, not their digest; signed with SHA-256
    byte[] sign(byte[] toBeSigned);
}
