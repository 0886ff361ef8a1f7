package vn.monitoring.kit.metric;

import java.util.List;

/// The figures of one feature: a bean of this type is enough to have them published.
public interface Figures {

    List<Figure> list();
}
