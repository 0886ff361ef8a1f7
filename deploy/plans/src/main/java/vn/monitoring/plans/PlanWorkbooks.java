package vn.monitoring.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the workbook of each sample plan next to the facts: `PlanWorkbooks <folder>`, the folder holding `facts/`.
public final class PlanWorkbooks {

    private final Facts facts;

    PlanWorkbooks(Path folder) {
        this.facts = new Facts(folder.resolve("facts"));
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var workbooks = new PlanWorkbooks(folder);
        for (var plan : SamplePlan.values()) {
            Files.write(file(folder, plan), workbooks.make(plan));
        }
    }

    static Path file(Path folder, SamplePlan plan) {
        return folder.resolve(plan.slug() + ".xlsx");
    }

    /// The bytes of a plan's workbook; the same facts give the same bytes.
    byte[] make(SamplePlan plan) throws IOException {
        var oddities = facts.read(plan, "print.csv");
        var file = new XlsxFile();
        for (var layout : plan.sheets()) {
            var rows = facts.read(plan, layout.facts());
            file.add(layout, new SheetPrinter(layout, oddities).print(rows));
        }
        return file.toBytes();
    }
}
