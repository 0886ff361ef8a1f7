package vn.monitoring.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Something that is not as it was written.
///
/// @param place   an entry of the trail as `chain/seq`, a line of a file of heads as `file:line`, or a table
/// @param table   the business table that it speaks of, where that is known
/// @param row     the key of the row that it speaks of, where that is known
/// @param message what is wrong, in a sentence
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        Kind kind,
        String place,
        @Nullable String table,
        @Nullable String row,
        String message) {

    public enum Kind {
        /// An entry says something else than it said when it was written.
        ENTRY_CHANGED,
        /// Entries are missing, in the middle or at the end.
        ENTRY_REMOVED,
        /// An entry stands where none was written.
        ENTRY_INSERTED,
        /// Two entries changed places.
        ENTRY_SWAPPED,
        /// A chain agrees in itself but not with a head that was signed: it was written anew.
        CHAIN_REWRITTEN,
        /// A line of signed heads is not what was signed.
        HEADS_CHANGED,
        /// Lines of signed heads are missing.
        HEADS_REMOVED,
        /// A table's triggers are gone or switched off.
        TABLE_UNWATCHED,
        /// A row of a business table is not what the trail says it became.
        ROW_CHANGED,
        /// A row is gone that the trail knows and does not know as deleted.
        ROW_REMOVED,
        /// A row is there that the trail does not know.
        ROW_INSERTED
    }

    static Finding of(Kind kind, String place, String message) {
        return new Finding(kind, place, null, null, message);
    }
}
