package org.zhunsheng.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("契约中的路径与服务一致")
class PathsTest {

    /** Served by extensions; that they are there is seen by their examples. */
    private static final Set<String> EXTENSIONS = Set.of("GET /health/live", "GET /health/ready", "GET /metrics");

    @Test
    @DisplayName("服务有的都在契约中，契约有的服务都有")
    void both() {
        Set<String> served = new TreeSet<>(EXTENSIONS);
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.zhunsheng").stream()
                .filter(type -> type.isAnnotatedWith(Path.class)).forEach(type -> type.getMethods().forEach(method -> served(type, method, served)));
        assertEquals(served, Contract.FILE.operations().stream().map(Contract.Operation::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void served(JavaClass type, JavaMethod method, Set<String> into) {
        method.getAnnotations().stream().filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)).forEach(verb -> {
            String below = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
            String path = ("/" + type.getAnnotationOfType(Path.class).value() + "/" + below).replaceAll("/+", "/");
            into.add(verb.getRawType().getSimpleName() + " " + (path.length() > 1 ? path.replaceAll("/$", "") : path));
        });
    }
}
