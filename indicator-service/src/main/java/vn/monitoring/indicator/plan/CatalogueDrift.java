package vn.monitoring.indicator.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalIndicator;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.text.Vietnamese;

/// Says where a plan counts otherwise than the catalogue's entry that its indicator is linked to, so that their
/// figures must not be added up as they are: another population, another unit, or the other way round.
///
/// What is counted shows by words for populations (`người dân`, `người dân trưởng thành`); a name without any says
/// nothing of it, and is taken to mean what the catalogue means.
final class CatalogueDrift {

    static final Set<IndicatorFinding> FINDINGS = EnumSet.of(
            IndicatorFinding.DENOMINATOR_DRIFT,
            IndicatorFinding.UNIT_DRIFT,
            IndicatorFinding.COMPARATOR_DRIFT,
            IndicatorFinding.SAME_CATALOGUE_ENTRY);

    /// Whom or what a share is a share of. A narrower one stands before the wider one that its words contain.
    private enum Population {
        ADULTS("(?:người dân|dân số|người) *(?:đủ tuổi )?trưởng thành"),
        FIFTEEN_AND_OLDER("(?:người dân|dân số|người) *(?:từ )?(?:đủ )?15(?: tuổi|\\+)(?: trở lên)?"),
        PEOPLE("người dân|dân số|công dân"),
        SMALL_BUSINESSES("(?:doanh nghiệp|dn) (?:nhỏ và vừa|vừa và nhỏ)|dnvvn|dnnvv"),
        BUSINESS_HOUSEHOLDS("hộ (?:sản xuất )?kinh doanh|hộ sxkd|\\+hộ(?!\\p{L})"),
        BUSINESSES("doanh nghiệp|dn"),
        CLUSTERS("cụm công nghiệp|cụm"),
        TOWN("khu đô thị"),
        CENTRE("khu vực trung tâm"),
        OFFICIALS("cán bộ|công chức|viên chức"),
        AREAS("địa bàn|khu vực");

        private final Pattern words;

        Population(String words) {
            this.words = Pattern.compile("(?<!\\p{L})(?:" + words + ")(?!\\p{L})");
        }
    }

    private CatalogueDrift() {}

    /// Of a stored indicator; its name and unit stand at the place of its row.
    static List<Finding> of(Indicator indicator, CanonicalIndicator canonical) {
        return of(
                indicator.name(),
                indicator.place(),
                indicator.measureUnit(),
                indicator.place(),
                indicator.inOrder().stream()
                        .filter(MilestoneTarget::open)
                        .map(target -> new PlacedTarget(target.value(), target.place()))
                        .toList(),
                canonical);
    }

    static List<Finding> of(ReadIndicator row, CanonicalIndicator canonical) {
        return of(
                row.name(),
                row.placeOf(IndicatorSheet.TITLE),
                row.measureUnit(),
                row.placeOf(IndicatorSheet.UNIT),
                row.targets(),
                canonical);
    }

    private static List<Finding> of(
            String name,
            String placeOfName,
            @Nullable String unit,
            String placeOfUnit,
            List<PlacedTarget> targets,
            CanonicalIndicator canonical) {
        List<Finding> findings = new ArrayList<>();
        if (otherPopulation(name, canonical.name() + " / " + canonical.denominator())) {
            findings.add(IndicatorFinding.DENOMINATOR_DRIFT.at(
                    placeOfName, name + " / " + canonical.code() + ": " + canonical.denominator()));
        }
        if (unit != null && otherUnit(unit, canonical.unit())) {
            findings.add(IndicatorFinding.UNIT_DRIFT.at(
                    placeOfUnit, unit + " / " + canonical.code() + ": " + canonical.unit()));
        }
        targets.stream()
                .filter(placed -> otherWay(placed.target().comparator(), canonical.direction()))
                .findFirst()
                .ifPresent(placed -> findings.add(IndicatorFinding.COMPARATOR_DRIFT.at(
                        placed.place(), placed.target().raw() + " / " + canonical.code())));
        return findings;
    }

    /// Whether two texts speak of different populations; a text that speaks of none differs from nothing.
    static boolean otherPopulation(String one, String other) {
        Set<Population> first = populations(one);
        Set<Population> second = populations(other);
        return !first.isEmpty() && !second.isEmpty() && !first.equals(second);
    }

    private static Set<Population> populations(String text) {
        String rest = Vietnamese.fold(text);
        Set<Population> found = EnumSet.noneOf(Population.class);
        for (Population population : Population.values()) {
            // Where something happens matters only when nothing else is counted.
            if (population == Population.AREAS && !found.isEmpty()) {
                break;
            }
            String without = population.words.matcher(rest).replaceAll(" ");
            if (!without.equals(rest)) {
                found.add(population);
                rest = without;
            }
        }
        return found;
    }

    private static boolean otherUnit(String unit, String wanted) {
        String own = Vietnamese.fold(unit);
        String other = Vietnamese.fold(wanted);
        return own.startsWith("%") || other.startsWith("%")
                ? own.startsWith("%") != other.startsWith("%")
                : !own.equals(other);
    }

    private static boolean otherWay(@Nullable Comparator comparator, Direction direction) {
        return switch (direction) {
            case HIGHER, MAINTAIN -> comparator == Comparator.LE || comparator == Comparator.LT;
            case LOWER -> comparator == Comparator.GE || comparator == Comparator.GT;
            case NEAR -> false;
        };
    }
}
