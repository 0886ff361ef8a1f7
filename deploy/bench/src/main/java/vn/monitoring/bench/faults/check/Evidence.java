package vn.monitoring.bench.faults.check;

import java.util.List;
import vn.monitoring.bench.faults.work.Recording;

/// What the platform holds and what its clients know.
interface Evidence {

    Recording recording();

    /// Rows of a service's database, every column as text.
    ///
    /// @param database `indicator`, `task` or `report`
    /// @param sql without parameters
    List<Row> rows(String database, String sql);

    /// All records of a topic, partition by partition, each in its order.
    List<TopicRecord> topic(String name);
}
