package vn.monitoring.indicator.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.monitoring.indicator.grading.GradingPolicy;

/// The versions of the grading policy; the newest one grades.
@ApplicationScoped
class GradingPolicies {

    private final DataSource dataSource;
    private final ObjectMapper json;

    GradingPolicies(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    GradingPolicy current() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select version, settings from grading_policy order by version desc limit 1");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the table grading_policy has no version");
            }
            ObjectNode settings = (ObjectNode) json.readTree(row.getString("settings"));
            settings.put("version", row.getInt("version"));
            if (!settings.has("smallDenominator")) {
                settings.put("smallDenominator", GradingPolicy.FIRST.smallDenominator());
            }
            return json.treeToValue(settings, GradingPolicy.class);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the grading policy", e);
        }
    }
}
