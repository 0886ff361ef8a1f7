package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.monitoring.kit.calendar.Period;

/// The table `province_sum`, one statement for any number of keys.
@ApplicationScoped
class ProvinceSums implements ProvinceFigures {

    private final DataSource dataSource;

    ProvinceSums(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<Key, List<Sum>> read(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<Key, List<Sum>> sums = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select s.province_code, s.canonical_code, s.period, s.verified_numerator, s.verified_denominator,
                            s.verified_units, s.version
                        from province_sum s join unnest(?, ?) as k (province_code, canonical_code)
                            on k.canonical_code = s.canonical_code and k.province_code = s.province_code""")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", keys.stream().map(Key::provinceCode).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(Key::canonicalCode).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sums.computeIfAbsent(new Key(row.getString(1), row.getString(2)), _ -> new ArrayList<>())
                            .add(new Sum(
                                    Period.of(row.getString(3)),
                                    row.getBigDecimal(4),
                                    row.getBigDecimal(5),
                                    row.getInt(6),
                                    row.getLong(7)));
                }
            }
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the sums of provinces", e);
        }
    }
}
