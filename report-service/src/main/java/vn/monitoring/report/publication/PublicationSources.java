package vn.monitoring.report.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// The kinds of data that there are, in the order of their names.
@ApplicationScoped
class PublicationSources {

    private final List<PublishedSource> sources;

    PublicationSources(@Any Instance<PublishedSource> sources) {
        List<PublishedSource> all = new ArrayList<>();
        sources.forEach(all::add);
        all.sort(Comparator.comparing(PublishedSource::kind));
        this.sources = List.copyOf(all);
    }

    List<PublishedSource> all() {
        return sources;
    }

    /// @throws Problem 422 when there is none such
    PublishedSource get(String kind) {
        return sources.stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> {
                    String kinds = String.join(
                            ", ", sources.stream().map(PublishedSource::kind).toList());
                    Text message = new Text("Hãy chọn một trong: " + kinds + ".", "Choose one of " + kinds + ".");
                    return new Problem(PublicationProblem.PUBLICATION_KIND_UNKNOWN, message)
                            .violation("body", "kind", message);
                });
    }

    /// The chosen fields in the order of the source.
    ///
    /// @throws Problem 422 when one of them is none of the source's
    List<PublishedSource.Field> fields(PublishedSource source, List<String> codes) {
        Set<String> unknown = new LinkedHashSet<>(codes);
        source.fields().forEach(field -> unknown.remove(field.code()));
        if (!unknown.isEmpty()) {
            String known = String.join(
                    ", ",
                    source.fields().stream().map(PublishedSource.Field::code).toList());
            Text message = new Text(
                    "Không công bố được %s. Hãy chọn trong: %s.".formatted(String.join(", ", unknown), known),
                    "%s cannot be published. Choose among %s.".formatted(String.join(", ", unknown), known));
            throw new Problem(PublicationProblem.FIELD_NOT_PUBLISHABLE, message).violation("body", "fields", message);
        }
        return source.fields().stream()
                .filter(field -> codes.contains(field.code()))
                .toList();
    }
}
