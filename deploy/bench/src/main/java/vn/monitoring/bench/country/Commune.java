package vn.monitoring.bench.country;

import java.util.Locale;

/// A commune of the generated country.
///
/// @param type COMMUNE_XA, COMMUNE_PHUONG or COMMUNE_DACKHU
/// @param name without the word for its type
public record Commune(String code, String province, String type, String name) {

    /// Made-up codes begin with 4, where no real commune has one.
    static final int FIRST_CODE_MADE_UP = 40_000;

    private static final String FIRST_MADE_UP = Integer.toString(FIRST_CODE_MADE_UP);

    /// With the word for its type, as in "Phường Kinh Môn".
    public String fullName() {
        return word() + " " + name;
    }

    /// Whether it is one of the communes with a real plan, which may hold the generated plan's indicators as well.
    public boolean isSample() {
        return isSample(code);
    }

    public static boolean isSample(String code) {
        return code.compareTo(FIRST_MADE_UP) < 0;
    }

    /// "UBND phường" and so on: who issues its plan.
    String issuer() {
        return "UBND " + word().toLowerCase(Locale.ROOT);
    }

    private String word() {
        return switch (type) {
            case "COMMUNE_PHUONG" -> "Phường";
            case "COMMUNE_DACKHU" -> "Đặc khu";
            default -> "Xã";
        };
    }
}
