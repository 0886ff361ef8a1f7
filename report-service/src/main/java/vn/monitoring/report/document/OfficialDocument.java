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
}
