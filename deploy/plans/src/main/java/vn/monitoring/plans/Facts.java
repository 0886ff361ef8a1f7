package vn.monitoring.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.kit.sheet.Workbook;

/// The facts of the sample plans: CSV files with a header line.
final class Facts {

    private final Path folder;

    /// @param folder the one that holds a folder per plan
    Facts(Path folder) {
        this.folder = folder;
    }

    /// The lines of a file of one plan, by column name.
    List<Map<String, String>> read(SamplePlan plan, String file) throws IOException {
        return read(folder.resolve(plan.slug()).resolve(file));
    }

    static List<Map<String, String>> read(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var lines = Workbook.read(content, file.getFileName().toString())
                    .sheets()
                    .getFirst()
                    .lines();
            var names = lines.getFirst();
            var rows = new ArrayList<Map<String, String>>();
            for (var line : lines.subList(1, lines.size())) {
                var row = new LinkedHashMap<String, String>();
                for (var i = 0; i < names.size(); i++) {
                    row.put(names.get(i), line.get(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
