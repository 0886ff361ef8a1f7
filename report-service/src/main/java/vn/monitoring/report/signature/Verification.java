package vn.monitoring.report.signature;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// What became of checking a signed file.
///
/// @param sha256 of the file that was checked, in hexadecimal digits
/// @param reasons why it is not valid; empty when it is
public record Verification(Status status, String sha256, List<Reason> reasons, List<Signature> signatures) {

    /// The three answers of ETSI EN 319 102-1.
    public enum Status {
        /// Unaltered, and by an organisation whose certificate is trusted here.
        VALID,
        /// Altered, or no signature that could ever be right.
        INVALID,
        /// Neither can be said: nothing signed, a certificate that is not trusted here or not valid at
        /// the time.
        INDETERMINATE
    }

    /// @param code the name in ETSI EN 319 102-1, or `NO_SIGNATURE`, `UNREADABLE`,
    /// `CHANGED_AFTER_SIGNING`, `NOT_AS_WRITTEN`
    public record Reason(String code, Text message) {}

    /// One of the signatures.
    ///
    /// @param format `PAdES-BASELINE-B`
    /// @param signer the organisation of the certificate's subject, null when it names none; never a
    /// person
    /// @param signedAt as the signer says it
    /// @param timeStampedAt as an authority says it, null without a time stamp
    public record Signature(
            Status status,
            String format,
            @Nullable String signer,
            @Nullable String issuer,
            @Nullable Instant signedAt,
            @Nullable Instant timeStampedAt,
            List<Reason> reasons) {}
}
