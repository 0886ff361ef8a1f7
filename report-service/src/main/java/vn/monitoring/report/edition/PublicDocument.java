package vn.monitoring.report.edition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.signature.Verification;

/// What everybody may know of an issued document.
///
/// @param exists false: no document of this number was issued here, and all else is empty
/// @param edition of its report, from 1
/// @param latest false when a later edition of the report replaces it
/// @param replacedBy number and symbol of that one
/// @param pdfSha256 of the signed PDF, in hexadecimal digits
/// @param signature whether the stored PDF's signature verifies
/// @param signer the organisation that signed it
record PublicDocument(
        boolean exists,
        @Nullable String unitCode,
        @Nullable String unitName,
        @Nullable String notation,
        @Nullable String title,
        @Nullable LocalDate issuedOn,
        @Nullable Integer edition,
        @Nullable Boolean latest,
        @Nullable String replacedBy,
        @Nullable LocalDate replacedOn,
        @Nullable String pdfSha256,
        Verification.@Nullable Status signature,
        @Nullable String signer) {

    static final PublicDocument UNKNOWN =
            new PublicDocument(false, null, null, null, null, null, null, null, null, null, null, null, null);
}
