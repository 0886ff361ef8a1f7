package vn.monitoring.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of one row in one statement.
///
/// @param key      of the row: the columns of its primary key, apart by `/`
/// @param unitCode of the unit it belonged to after the change, null where it belongs to none
/// @param before   of an update only the columns that changed; absent of an insert
/// @param after    of an insert without what is null; absent of a deletion
/// @param what     was read, of an access
/// @param entry    the place in the trail, `chain/seq`, as `audit verify` names it
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry")
record AuditEntry(
        @Schema(examples = "12/4711") String entry,

        @Schema(examples = "measurement") String table,

        @Schema(examples = "0199c2a4-7b1e-7cc2-9d63-0d8f5b2c7a11")
        String key,

        @Schema(examples = "10675") @Nullable String unitCode,

        Kind kind,

        @Schema(implementation = Object.class) @Nullable JsonNode before,

        @Schema(implementation = Object.class) @Nullable JsonNode after,

        @Nullable String what,

        Instant at,

        By by,

        @Schema(examples = "4bf92f3577b34da6a3ce929d0e0e4736") @Nullable
        String traceId,

        @Schema(examples = "PUT /api/v1/measurements/0199c2a4-7b1e-7cc2-9d63-0d8f5b2c7a11") @Nullable
        String operation) {

    /// FOUND: stood there when the trail began; ACCESS: was read.
    @Schema(name = "AuditKind")
    enum Kind {
        FOUND,
        INSERT,
        UPDATE,
        DELETE,
        ACCESS
    }

    /// @param username the account's name, `public`, `system:…` for work of the platform itself, or `database:…` for
    /// whoever wrote past the platform
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditActor")
    record By(
            @Nullable String subject,

            @Schema(examples = "reporter-10675") String username,

            @Schema(examples = "reporter") @Nullable String roles) {}
}
