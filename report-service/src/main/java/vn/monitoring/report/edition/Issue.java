package vn.monitoring.report.edition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.OfficialDocument;

/// What is to be issued: a report as signed and sent, or as corrected.
///
/// @param unitCode of the unit that issues it, in whose register the document gets its number
/// @param document with neither number nor day, which issuing gives it
/// @param content what the report says, for machines: report, unit, regime, period, cut-off, sections, figures
/// @param documentNumber as the office has given it; null to take the next one of the register
/// @param issuedBy the account of who signs; never printed
/// @param reason for a correction, null for the first edition
/// @param differences to the edition before, empty for the first
public record Issue(
        UUID reportId,
        String unitCode,
        OfficialDocument document,
        JsonNode content,
        Instant issuedAt,
        LocalDate issuedOn,
        @Nullable Integer documentNumber,
        String issuedBy,
        @Nullable String reason,
        List<Difference> differences) {}
