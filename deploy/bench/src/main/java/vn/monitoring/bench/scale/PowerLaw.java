package vn.monitoring.bench.scale;

import java.util.Map;

/// `value = factor · size ^ exponent`: an exponent of 1 grows with the size, 0 does not care, 2 grows fourfold with
/// each
/// doubling.
///
/// @param fit the share of the spread of the logarithms that it explains (R²); 1 when all points lie on it
record PowerLaw(double exponent, double factor, double fit) {

    /// By least squares of the logarithms.
    ///
    /// @param points values above 0 by size, of two sizes at least
    static PowerLaw through(Map<Integer, Double> points) {
        if (points.size() < 2 || points.values().stream().anyMatch(value -> value <= 0)) {
            throw new IllegalArgumentException("A slope needs two sizes with values above 0, not " + points);
        }
        double meanX = mean(points.keySet().stream().mapToDouble(Math::log).toArray());
        double meanY = mean(points.values().stream().mapToDouble(Math::log).toArray());
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Map.Entry<Integer, Double> point : points.entrySet()) {
            double x = Math.log(point.getKey()) - meanX;
            double y = Math.log(point.getValue()) - meanY;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        double exponent = xy / xx;
        double fit = yy == 0 ? 1 : xy * xy / (xx * yy);
        return new PowerLaw(exponent, Math.exp(meanY - exponent * meanX), fit);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
