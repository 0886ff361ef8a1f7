package vn.monitoring.kit.testing.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What the requests of a service's matrix are about: the small tree of units (see [Relation]) and one target of each
/// kind
/// in commune 10675, in the state in which every operation on it is possible.
///
/// The framework calls [#set] once, keeps the rows, and puts them back after each request that changed any.
public abstract class Stage {

    /// The account that makes all requests. Its subject is `subject-of-caller`: what it must not do to its own
    /// entries is a state of the target.
    public static final String CALLER = "caller";

    /// The unit that requests are about unless a sample says otherwise.
    public static final String UNIT = "10675";

    private final Map<String, Sample> samples = new LinkedHashMap<>();

    /// The rows of the tree of units, for the columns code, parent_code, path, type and name.
    public static final String UNITS = """
            ('31', null, '31', 'PROVINCE', 'Hải Phòng'),
            ('10675', '31', '31.10675', 'COMMUNE_PHUONG', 'Phường Hoa Sen'),
            ('10675.VHXH', '10675', '31.10675.10675_VHXH', 'AGENCY', 'Phòng Văn hóa - Xã hội'),
            ('10675.VHXH.T1', '10675.VHXH', '31.10675.10675_VHXH.10675_VHXH_T1', 'SUB_UNIT', 'Tổ 1'),
            ('10675.HCC', '10675', '31.10675.10675_HCC', 'AGENCY', 'Trung tâm Phục vụ hành chính công'),
            ('11002', '31', '31.11002', 'COMMUNE_PHUONG', 'Phường Thạch Khôi'),
            ('24', null, '24', 'PROVINCE', 'Bắc Ninh'),
            ('07228', '24', '24.07228', 'COMMUNE_PHUONG', 'Phường Đa Mai')""";

    /// Empties the database and enters units and targets.
    protected abstract void set();

    /// A text that stands in each target (in its name, say) and nowhere else: an answer to somebody who does
    /// not see the target must not contain it.
    protected abstract String secret();

    /// Begins the description of an operation's request; one that needs no value and no content needs none.
    protected final Sample of(String operation) {
        Sample sample = new Sample();
        if (samples.put(operation, sample) != null) {
            throw new IllegalArgumentException(operation + " is described twice");
        }
        return sample;
    }

    final Sample sample(String operation) {
        Sample sample = samples.get(operation);
        return sample == null ? new Sample() : sample;
    }

    final Set<String> described() {
        return samples.keySet();
    }
}
