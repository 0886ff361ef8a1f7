package vn.monitoring.indicator.catalogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Vietnamese;

/// Suggests the catalogue's entry for the name of a plan's indicator: the same name, or one that shares most of
/// its rare words.
///
/// The thresholds were chosen on the four sample plans: 85 of 93 names linked, none wrongly. A suggestion stays
/// one until a person confirms it.
public final class CanonicalMatcher {

    private static final double LEAST_SCORE = 0.55;
    private static final double LEAST_LEAD = 0.05;
    private static final double WEIGHT_OF_ENTRY = 0.7;

    private static final double LEAST_CANDIDATE = 0.2;

    /// Makes one word of two that only mean something together.
    private static final char GLUE = '\u00a0';

    private static final Set<String> COMMON_WORDS = Set.of(
            "tỷ", "tỉ", "lệ", "của", "và", "các", "trong", "trên", "tại", "cho", "được", "có", "theo", "số", "địa",
            "bàn", "phường", "xã", "từ", "đến", "với", "về", "để", "là", "bằng");

    private record Abbreviation(String full, String brief) {}

    private static final List<Abbreviation> ABBREVIATIONS = List.of(
            new Abbreviation("trung tâm phục vụ hành chính công", "ttpvhcc"),
            new Abbreviation("thủ tục hành chính", "tthc"),
            new Abbreviation("dvctt", "dvc trực tuyến"),
            new Abbreviation("dịch vụ công", "dvc"),
            new Abbreviation("doanh nghiệp", "dn"),
            new Abbreviation("khoa học và công nghệ", "kh cn"),
            new Abbreviation("cơ sở dữ liệu", "csdl"),
            new Abbreviation("chuyển đổi số", "cđs"),
            new Abbreviation("đổi mới sáng tạo", "đmst"),
            new Abbreviation("điện toán đám mây", "cloud"),
            new Abbreviation("trưởng thành", "trưởng" + GLUE + "thành"));

    /// A suggestion and how sure it is.
    public record Match(CanonicalIndicator canonical, CanonicalMatch certainty) {}

    /// An entry that the name may mean.
    ///
    /// @param score from 0 to 1, which only the same name has
    /// @param words the words that the two names share, as they were compared: folded, abbreviations written short
    public record Candidate(CanonicalIndicator canonical, double score, List<String> words) {}

    private record Entry(CanonicalIndicator canonical, String folded, Set<String> words) {}

    private record Scored(Entry entry, double score) {}

    private final List<Entry> entries;
    private final Map<String, Integer> frequency = new HashMap<>();

    public CanonicalMatcher(List<CanonicalIndicator> catalogue) {
        entries = catalogue.stream()
                .map(canonical -> new Entry(canonical, Vietnamese.fold(canonical.name()), words(canonical.name())))
                .toList();
        entries.forEach(entry -> entry.words().forEach(word -> frequency.merge(word, 1, Integer::sum)));
    }

    public Optional<Match> match(String name) {
        String folded = Vietnamese.fold(name);
        for (Entry entry : entries) {
            if (entry.folded().equals(folded)) {
                return Optional.of(new Match(entry.canonical(), CanonicalMatch.EXACT));
            }
        }
        return near(words(name));
    }

    private Optional<Match> near(Set<String> words) {
        double own = weight(words);
        if (own == 0) {
            return Optional.empty();
        }
        @Nullable Scored best = null;
        double second = 0;
        for (Entry entry : entries) {
            double score = score(entry, words, own);
            if (best == null || score > best.score()) {
                second = best == null ? 0 : best.score();
                best = new Scored(entry, score);
            } else if (score > second) {
                second = score;
            }
        }
        if (best == null || best.score() < LEAST_SCORE || best.score() - second < LEAST_LEAD) {
            return Optional.empty();
        }
        return Optional.of(new Match(best.entry().canonical(), CanonicalMatch.NEAR));
    }

    /// The entries that share words with the name, the likeliest first.
    public List<Candidate> rank(String name, int limit) {
        String folded = Vietnamese.fold(name);
        Set<String> words = words(name);
        double own = weight(words);
        return entries.stream()
                .map(entry -> new Candidate(
                        entry.canonical(),
                        entry.folded().equals(folded) ? 1 : own == 0 ? 0 : Math.min(0.999, score(entry, words, own)),
                        common(entry, words).stream()
                                .map(word -> word.replace(GLUE, ' '))
                                .sorted(Vietnamese.ORDER)
                                .toList()))
                .filter(candidate -> candidate.score() >= LEAST_CANDIDATE)
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.canonical().code()))
                .limit(limit)
                .toList();
    }

    private double score(Entry entry, Set<String> words, double own) {
        double shared = weight(common(entry, words));
        return WEIGHT_OF_ENTRY * shared / weight(entry.words()) + (1 - WEIGHT_OF_ENTRY) * shared / own;
    }

    private static Set<String> common(Entry entry, Set<String> words) {
        Set<String> common = new HashSet<>(words);
        common.retainAll(entry.words());
        return common;
    }

    private double weight(Set<String> words) {
        return words.stream()
                .mapToDouble(word -> {
                    Integer count = frequency.get(word);
                    return Math.log(1 + entries.size() / (count == null ? 0.5 : count));
                })
                .sum();
    }

    private static Set<String> words(String name) {
        String folded = Vietnamese.fold(name);
        for (Abbreviation abbreviation : ABBREVIATIONS) {
            folded = folded.replace(abbreviation.full(), abbreviation.brief());
        }
        return Arrays.stream(folded.split(" ", -1))
                .filter(word -> !word.isEmpty() && !COMMON_WORDS.contains(word))
                .collect(Collectors.toSet());
    }
}
