package vn.monitoring.report.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An issued version of a report: numbered from 1, never changed.
///
/// @param documentNumber in the unit's register of this symbol and year
/// @param symbol `BC-UBND`, `BC/ĐU`
/// @param notation number and symbol as printed: `12/BC-UBND`, `12-BC/ĐU`
/// @param contentSha256 of its canonical JSON, in hexadecimal digits
/// @param previousSha256 of the canonical JSON of the edition before, null for the first
public record Edition(
        UUID reportId,
        int number,
        String unitCode,
        int documentNumber,
        String symbol,
        int year,
        String notation,
        String title,
        LocalDate issuedOn,
        Instant issuedAt,
        String issuedBy,
        @Nullable String reason,
        List<Difference> differences,
        String contentSha256,
        @Nullable String previousSha256,
        List<File> files) {

    /// @param name generated, in ASCII
    /// @param size in bytes
    @Schema(name = "EditionFile")
    public record File(EditionFormat format, String name, String mediaType, int size, String sha256) {}

    /// The file in a format, which every edition has.
    public File file(EditionFormat format) {
        return files.stream()
                .filter(file -> file.format() == format)
                .findFirst()
                .orElseThrow();
    }

    Edition with(List<File> stored) {
        return new Edition(
                reportId,
                number,
                unitCode,
                documentNumber,
                symbol,
                year,
                notation,
                title,
                issuedOn,
                issuedAt,
                issuedBy,
                reason,
                differences,
                contentSha256,
                previousSha256,
                List.copyOf(stored));
    }
}
