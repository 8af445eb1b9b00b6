package io.tidemark.figures;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.tidemark.kernel.figures.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleSupplier;

/**
 * Puts figures into the registry of WildFly's {@code micrometer} subsystem. The one class that knows Micrometer: {@code
 * beans.xml} leaves it out where the server does not have that.
 *
 * <p>WildFly gives applications a registry that passes on what is made by its own methods alone: what a builder registers is
 * shown nowhere. So there are neither descriptions nor buckets, and units are written into names.
 */
@ApplicationScoped
class MicrometerMeters implements Meters {

    private final Map<RequestKind, Timer> timers = new ConcurrentHashMap<>();
    private final Queue<Meter> shown = new ConcurrentLinkedQueue<>();
    private final Queue<DoubleSupplier> suppliers = new ConcurrentLinkedQueue<>();

    @Inject
    private MeterRegistry registry;

    @Override
    public void request(RequestKind kind, Duration duration) {
        timers.computeIfAbsent(kind, this::timer).record(duration);
    }

    private Timer timer(RequestKind kind) {
        return registry.timer(
                REQUESTS,
                "method",
                kind.method(),
                "report",
                kind.report(),
                "status",
                kind.status(),
                "waiting",
                Boolean.toString(kind.waiting()));
    }

    @Override
    public void show(Tally tally) {
        shown.add(registry.more().counter(tally.figure(), Tags.of(tally.tag(), tally.tagValue()), tally, Tally::sum));
    }

    @Override
    public void show(Figure figure, DoubleSupplier value) {
        String name = figure.unit().isEmpty() ? figure.figure() : figure.figure() + '.' + figure.unit();
        Tags tags = figure.tag().map(Tags::of).orElse(Tags.empty());
        // The registry does not keep alive what it asks.
        suppliers.add(value);
        registry.gauge(name, tags, value, DoubleSupplier::getAsDouble);
        Meter meter = registry.find(name).tags(tags).gauge();
        if (meter != null) {
            shown.add(meter);
        }
    }

    @Override
    public void close() {
        // The registry is the server's, and outlives the application.
        shown.forEach(registry::remove);
        shown.clear();
        timers.values().forEach(registry::remove);
        timers.clear();
        suppliers.clear();
    }
}
