package vn.monitoring.report.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An administrative document before it is set on paper.
///
/// @param superior the authority above, printed over the issuing one; null where there is none
/// @param authority the issuing authority: `ỦY BAN NHÂN DÂN PHƯỜNG KINH MÔN`
/// @param number in the register; null while the document is a draft
/// @param symbol after the number: `BC-UBND`, `BC/ĐU`
/// @param place where it is issued: `Kinh Môn`
/// @param issuedOn null while the document is a draft
/// @param kind `BÁO CÁO`
/// @param subject the abstract below the kind
/// @param signing on whose behalf and in which position it is signed; positions only, never a person's name
/// @param recipients after `Nơi nhận:`
public record OfficialDocument(
        Layout layout,
        @Nullable String superior,
        String authority,
        @Nullable Integer number,
        String symbol,
        String place,
        @Nullable LocalDate issuedOn,
        String kind,
        String subject,
        List<Block> body,
        Signing signing,
        List<String> recipients,
        List<Annex> annexes) {

    /// Where the number of a draft will stand.
    static final String GAP = "\u00a0".repeat(6);

    /// Whose rules it follows.
    public enum Layout {
        /// Decree 30/2020/NĐ-CP.
        GOVERNMENT,
        /// The Party's guidance on documents.
        PARTY
    }

    /// @param onBehalfOf `TM. ỦY BAN NHÂN DÂN`, null where the position signs for itself
    /// @param position `CHỦ TỊCH`
    public record Signing(@Nullable String onBehalfOf, String position) {}

    /// What follows the signature on pages of its own.
    public record Annex(String title, List<Block> blocks) {}

    public boolean isDraft() {
        return number == null || issuedOn == null;
    }

    /// Number and symbol as printed, with a gap for the number of a draft: `12/BC-UBND`, `12-BC/ĐU`.
    public String notation() {
        String given = number == null ? GAP : Integer.toString(number);
        return switch (layout) {
            case GOVERNMENT -> given + "/" + symbol;
            case PARTY -> given + "-" + symbol;
        };
    }

    /// The document as issued: with its number and its day.
    public OfficialDocument issued(int registered, LocalDate day) {
        return new OfficialDocument(
                layout,
                superior,
                authority,
                registered,
                symbol,
                place,
                day,
                kind,
                subject,
                body,
                signing,
                recipients,
                annexes);
    }
}
