package vn.monitoring.bench.country;

import java.util.Locale;

/// A commune of the generated country.
///
/// @param type COMMUNE_XA, COMMUNE_PHUONG or COMMUNE_DACKHU
/// @param name without the word for its type
public record Commune(String code, String province, String type, String name) {

    /// With the word for its type, as in "Phường Kinh Môn".
    public String fullName() {
        return word() + " " + name;
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
