package io.tidemark.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The methods of the protocol, as the endpoints make them up. */
@ApplicationScoped
public class Methods {

    private final Map<String, DavMethod> byName = new TreeMap<>();

    /**
     * Works with every endpoint that a room provides.
     *
     * @throws IllegalStateException when two answer the same method
     */
    @Inject
    public Methods(@Any Instance<DavMethod> endpoints) {
        for (Instance.Handle<DavMethod> endpoint : endpoints.handles()) {
            names(endpoint.getBean().getBeanClass()).forEach(name -> {
                if (byName.put(name, endpoint.get()) != null) {
                    throw new IllegalStateException("Two endpoints answer " + name + '.');
                }
            });
        }
    }

    /** For the container's proxies. */
    protected Methods() {}

    /** Every method there is, in alphabetical order. */
    public List<String> all() {
        return List.copyOf(byName.keySet());
    }

    /** The methods that answer at a target, in alphabetical order. */
    public List<String> at(Target target) {
        return byName.entrySet().stream()
                .filter(method -> method.getValue().answers(target))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<String> names(Class<?> endpoint) {
        return Arrays.stream(endpoint.getDeclaredMethods())
                .map(Method::getAnnotations)
                .flatMap(Arrays::stream)
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }
}
