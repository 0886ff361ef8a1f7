package vn.monitoring.task.money;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The money of the tasks in sight, each amount counted once.
///
/// @param tasks how many have a budget or a payment
/// @param overspent how many of them were paid more than is allocated to them
/// @param units the units right below the one asked for, and itself for what it leads itself; empty without one
@Schema(name = "MoneyTotals")
record MoneyTotals(
        @Nullable String unit,
        @Nullable UUID planId,
        BigDecimal allocated,
        BigDecimal disbursed,
        @Nullable BigDecimal rate,
        long tasks,
        long overspent,
        List<OfSource> sources,
        List<OfUnit> units) {

    @Schema(name = "MoneyOfSource")
    record OfSource(
            FundingSource source,
            BigDecimal allocated,
            BigDecimal disbursed,
            @Nullable BigDecimal rate) {

        static OfSource of(FundingSource source, Money money) {
            return new OfSource(source, money.allocated(), money.disbursed(), money.rate());
        }
    }

    @Schema(name = "MoneyOfUnit")
    record OfUnit(
            String code,
            String name,
            BigDecimal allocated,
            BigDecimal disbursed,
            @Nullable BigDecimal rate) {

        static OfUnit of(String code, String name, Money money) {
            return new OfUnit(code, name, money.allocated(), money.disbursed(), money.rate());
        }
    }
}
