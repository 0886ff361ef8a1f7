package vn.monitoring.hostile;

/// Marks that stand in hostile texts: no two the same, so that a text that was stored tells which request brought it.
public final class Marks {

    /// Finds a mark, in Java and in PostgreSQL.
    public static final String PATTERN = "hx[0-9a-z]{4}[0-9]{9}z";

    private final String run;
    private final int series;
    private int last;

    /// @param run four letters or digits, another one for each run
    /// @param series below 10,000, another one for each operation
    public Marks(String run, int series) {
        this.run = run;
        this.series = series;
    }

    String next() {
        return "hx%s%04d%05dz".formatted(run, series, ++last);
    }
}
