package vn.monitoring.bench.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// A country of two tiers: the 34 real provinces with as many communes as they have, whose names and codes are made
/// up — except for the two sample provinces' four communes, which stay as `deploy/plans/units.csv` has them.
///
/// Made-up codes begin with 4, where no real commune has one. The same seed gives the same country; a smaller one is a
/// part of the larger: the first provinces, and the first communes of each.
public final class Country {

    /// The number of communes since 1 July 2025.
    public static final int ALL_COMMUNES = 3_321;

    public static final int ALL_PROVINCES = 34;

    private static final int CODES_A_PROVINCE = 200;
    private static final int WARD_EVERY = 5;
    private static final String UNITS_HEADER =
            "code,parent_code,type,name,agency_type,block,aliases,agency_identifier,valid_from,valid_to";

    /// How large a country is wanted.
    ///
    /// @param communes at least two more than provinces: Hải Phòng has three sample communes
    /// @param indicators of the catalogue, for each commune
    public record Size(int provinces, int communes, int indicators, long seed) {

        public static final Size FULL = new Size(ALL_PROVINCES, ALL_COMMUNES, 25, 57);

        public Size {
            require(provinces >= 2 && provinces <= ALL_PROVINCES, "provinces", 2, ALL_PROVINCES);
            require(communes >= provinces + 2 && communes <= ALL_COMMUNES, "communes", provinces + 2, ALL_COMMUNES);
            int most = Carried.rows("/country/indicators.csv").size();
            require(indicators >= 1 && indicators <= most, "indicators", 1, most);
        }

        private static void require(boolean holds, String what, int least, int most) {
            if (!holds) {
                throw new IllegalArgumentException("--%s takes a number from %d to %d".formatted(what, least, most));
            }
        }
    }

    private final Size size;
    private final List<Province> provinces;
    private final List<Commune> communes;
    private final List<CatalogueEntry> indicators;

    private Country(Size size, List<Province> provinces, List<Commune> communes, List<CatalogueEntry> indicators) {
        this.size = size;
        this.provinces = provinces;
        this.communes = communes;
        this.indicators = indicators;
    }

    public static Country of(Size size) {
        List<Province> all = allProvinces();
        List<Province> provinces = all.subList(0, size.provinces());
        Map<String, Integer> shares = shares(provinces, size.communes());
        Map<String, List<Commune>> byProvince =
                communes(all, size.seed()).stream().collect(Collectors.groupingBy(Commune::province));
        List<Commune> communes = provinces.stream()
                .flatMap(province -> byProvince.getOrDefault(province.code(), List.of()).stream()
                        .limit(shares.getOrDefault(province.code(), 0)))
                .toList();
        List<CatalogueEntry> indicators = Carried.rows("/country/indicators.csv").stream()
                .limit(size.indicators())
                .map(row -> new CatalogueEntry(row.get(0), row.get(1), row.get(2)))
                .toList();
        return new Country(size, provinces, communes, indicators);
    }

    /// The 34 provinces, the two sample provinces first.
    public static List<Province> allProvinces() {
        return Carried.rows("/country/provinces.csv").stream()
                .map(row -> new Province(
                        row.get(0), row.get(1), Integer.parseInt(row.get(2)), Integer.parseInt(row.get(3))))
                .toList();
    }

    /// Every commune of the whole country; the samples come first in their provinces.
    private static List<Commune> communes(List<Province> provinces, long seed) {
        List<Commune> samples = sampleUnits().stream()
                .filter(row -> row.get(2).startsWith("COMMUNE_"))
                .map(row -> new Commune(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3).substring(row.get(3).indexOf(' ') + 1)))
                .toList();
        List<Commune> unnamed = new ArrayList<>();
        for (int p = 0; p < provinces.size(); p++) {
            Province province = provinces.get(p);
            int known = (int) samples.stream()
                    .filter(sample -> sample.province().equals(province.code()))
                    .count();
            for (int i = known; i < province.communes(); i++) {
                String code = Integer.toString(Commune.FIRST_CODE_MADE_UP + p * CODES_A_PROVINCE + i);
                unnamed.add(new Commune(code, province.code(), type(province, i), ""));
            }
        }
        Set<String> taken = samples.stream().map(Commune::name).collect(Collectors.toCollection(HashSet::new));
        List<String> names =
                CommuneNames.of(unnamed.stream().map(Commune::province).toList(), taken, new Random(seed));
        List<Commune> communes = new ArrayList<>(samples);
        for (int i = 0; i < unnamed.size(); i++) {
            Commune commune = unnamed.get(i);
            communes.add(new Commune(commune.code(), commune.province(), commune.type(), names.get(i)));
        }
        return communes;
    }

    private static String type(Province province, int position) {
        if (position >= province.communes() - province.special()) {
            return "COMMUNE_DACKHU";
        }
        return position % WARD_EVERY == 0 ? "COMMUNE_PHUONG" : "COMMUNE_XA";
    }

    /// Shares the communes out as the real ones are, each province with one at least and the samples never left out.
    private static Map<String, Integer> shares(List<Province> provinces, int communes) {
        Map<String, Integer> shares = new HashMap<>();
        for (Province province : provinces) {
            int samples = (int) sampleUnits().stream()
                    .filter(row ->
                            row.get(2).startsWith("COMMUNE_") && row.get(1).equals(province.code()))
                    .count();
            shares.put(province.code(), Math.max(1, samples));
        }
        int left =
                communes - shares.values().stream().mapToInt(Integer::intValue).sum();
        while (left > 0) {
            Province least = emptiest(provinces, shares);
            shares.merge(least.code(), 1, Integer::sum);
            left--;
        }
        return shares;
    }

    /// The province that has the smallest part of its real communes so far.
    private static Province emptiest(List<Province> provinces, Map<String, Integer> shares) {
        Province emptiest = provinces.getFirst();
        double least = Double.MAX_VALUE;
        for (Province province : provinces) {
            double part = shares.getOrDefault(province.code(), 0) / (double) province.communes();
            if (part < least) {
                least = part;
                emptiest = province;
            }
        }
        return emptiest;
    }

    private static List<List<String>> sampleUnits() {
        return Carried.rows("/country/units.csv");
    }

    public Size size() {
        return size;
    }

    public List<Province> provinces() {
        return provinces;
    }

    public List<Commune> communes() {
        return communes;
    }

    public List<CatalogueEntry> indicators() {
        return indicators;
    }

    /// All units as the batch import takes them; the sample units' lines are those of the sample file, word for word.
    public String unitsCsv() {
        StringBuilder csv = new StringBuilder(UNITS_HEADER).append('\n');
        Set<String> samples = new HashSet<>();
        Carried.text("/country/units.csv").lines().skip(1).forEach(line -> {
            csv.append(line).append('\n');
            samples.add(line.substring(0, line.indexOf(',')));
        });
        for (Province province : provinces) {
            if (!samples.contains(province.code())) {
                csv.append("%s,,PROVINCE,%s,,,,,2025-07-01,%n".formatted(province.code(), province.name()));
            }
        }
        for (Commune commune : communes) {
            if (!samples.contains(commune.code())) {
                csv.append("%s,%s,%s,%s,,,,,2025-07-01,%n"
                        .formatted(commune.code(), commune.province(), commune.type(), commune.fullName()));
            }
        }
        return csv.toString();
    }
}
