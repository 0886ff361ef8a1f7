package vn.monitoring.kit.web;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The methods that an address takes, for the header `Allow` of a 405 (RFC 9110, 15.5.6), which the framework leaves
/// out.
public final class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static volatile @Nullable List<Operation> known;

    private AllowedMethods() {}

    private record Operation(Pattern path, String method) {}

    /// In the order of the alphabet; empty when no operation has such a path.
    public static Set<String> of(String path) {
        List<Operation> operations = known;
        if (operations == null) {
            operations = operations();
            known = operations;
        }
        Set<String> methods = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation.path().matcher(path).matches()) {
                methods.add(operation.method());
            }
        }
        return methods;
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Bean<?> bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root == null) {
                continue;
            }
            for (Method method : bean.getBeanClass().getMethods()) {
                Path path = method.getAnnotation(Path.class);
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod name = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (name != null) {
                        operations.add(new Operation(
                                pattern(root.value() + '/' + (path == null ? "" : path.value())), name.value()));
                    }
                }
            }
        }
        return operations;
    }

    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        String path = ("/" + template).replaceAll("/+", "/").replaceAll("/$", "");
        int from = 0;
        var variables = VARIABLE.matcher(path);
        while (variables.find()) {
            pattern.append(Pattern.quote(path.substring(from, variables.start())))
                    .append("[^/]+");
            from = variables.end();
        }
        return Pattern.compile(pattern + Pattern.quote(path.substring(from)) + "/?");
    }
}
