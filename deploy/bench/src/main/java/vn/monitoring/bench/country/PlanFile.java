package vn.monitoring.bench.country;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.monitoring.client.Json;

/// The plan of one unit as it is imported: its head, and its indicators as a CSV table.
///
/// @param unit province or commune
public record PlanFile(String unit, String issuer, List<CatalogueEntry> indicators, long seed) {

    /// The number of every generated plan; no sample plan has it.
    public static final String NUMBER = "570/KH-UBND";

    public static PlanFile of(Commune commune, Country country) {
        return new PlanFile(
                commune.code(),
                commune.issuer(),
                country.indicators(),
                country.size().seed());
    }

    public static PlanFile of(Province province, Country country) {
        return new PlanFile(
                province.code(),
                province.name().startsWith("Thành phố") ? "UBND thành phố" : "UBND tỉnh",
                country.indicators(),
                country.size().seed());
    }

    /// Tells how many indicators the plan has, so that a plan of another size is seen to differ by its title.
    public String title() {
        return "Kế hoạch thực hiện Nghị quyết số 57-NQ/TW (dữ liệu mô phỏng, %d chỉ tiêu)".formatted(indicators.size());
    }

    /// The part `plan` of the import.
    public String head() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("unitCode", unit);
        head.put("block", "CHINH_QUYEN");
        head.put("docType", "Kế hoạch");
        head.put("number", NUMBER);
        head.put("issuedOn", "2025-09-15");
        head.put("title", title());
        head.put("issuer", issuer);
        head.put("horizonStart", "2025");
        head.put("horizonEnd", "2030");
        head.put("legalBases", List.of("Nghị quyết số 57-NQ/TW ngày 22/12/2024"));
        return Json.write(head);
    }

    /// The part `file` of the import.
    public String table() {
        Random random = new Random(seed * 31 + unit.hashCode());
        StringBuilder csv = new StringBuilder("Stt,Chỉ tiêu,Đơn vị tính,Năm 2026,Đến hết năm 2030\n");
        int number = 1;
        for (CatalogueEntry indicator : indicators) {
            int first = 55 + random.nextInt(20);
            int last = 80 + random.nextInt(4) * 5;
            csv.append("%d,\"%s\",%s,≥ %d%%,≥ %d%%%n"
                    .formatted(number++, indicator.name(), indicator.unit(), first, last));
        }
        return csv.toString();
    }
}
