package vn.monitoring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as it is stored, with its hash computed here and not by the database that is doubted.
///
/// @param fields what is hashed, in its order, after chain, seq and previous
@SuppressWarnings("ArrayRecordComponent")
record Entry(int chain, long seq, byte[] previous, byte[] hash, List<@Nullable String> fields) {

    /// Its columns are read by [#read]; `fields` in the order of `audit_hash` in the service-kit's migrations.
    static final String COLUMNS = """
            chain, seq, previous, hash, (extract(epoch from at) * 1000000)::bigint::text, transaction::text, table_name, kind,
            subject, username, roles, request, operation, row_count::text, array_to_string(marks, ' '), changes""";

    private static final int FIELDS = 12;
    private static final int KEYS_NAMED = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Entry read(ResultSet row) throws SQLException {
        List<@Nullable String> fields = new ArrayList<>(FIELDS);
        for (int column = 5; column < 5 + FIELDS; column++) {
            fields.add(row.getString(column));
        }
        return new Entry(row.getInt(1), row.getLong(2), row.getBytes(3), row.getBytes(4), fields);
    }

    String place() {
        return chain + "/" + seq;
    }

    String table() {
        return String.valueOf(fields.get(2));
    }

    /// Whether the entry says what it said when it was hashed, if it was hashed for that place of its chain.
    boolean isItselfAt(long place) {
        return Arrays.equals(hash, computedAt(place));
    }

    boolean follows(byte[] before) {
        return Arrays.equals(previous, before);
    }

    String hashHex() {
        return HexFormat.of().formatHex(hash);
    }

    /// What happened, by whom and to which rows, as far as the entry still tells.
    String told() {
        List<String> keys = keys();
        String rows = keys.isEmpty()
                ? "unreadable rows"
                : String.join(", ", keys.subList(0, Math.min(KEYS_NAMED, keys.size())))
                        + (keys.size() > KEYS_NAMED ? " and %d more".formatted(keys.size() - KEYS_NAMED) : "");
        return "%s of %s %s by %s".formatted(fields.get(3), table(), rows, fields.get(5));
    }

    @Nullable
    String firstRow() {
        List<String> keys = keys();
        return keys.isEmpty() ? null : keys.getFirst();
    }

    private List<String> keys() {
        try {
            List<String> keys = new ArrayList<>();
            for (JsonNode change : JSON.readTree(String.valueOf(fields.getLast()))) {
                keys.add(change.path("key").asText());
            }
            return keys;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private byte[] computedAt(long place) {
        MessageDigest digest = sha256();
        add(digest, Integer.toString(chain));
        add(digest, Long.toString(place));
        add(digest, HexFormat.of().formatHex(previous));
        fields.forEach(field -> add(digest, field));
        return digest.digest();
    }

    /// The length in bytes, a colon, the field, a comma; of null only colon and comma.
    private static void add(MessageDigest digest, @Nullable String field) {
        if (field != null) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        } else {
            digest.update((byte) ':');
        }
        digest.update((byte) ',');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
