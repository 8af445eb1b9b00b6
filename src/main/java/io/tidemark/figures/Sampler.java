package io.tidemark.figures;

import io.tidemark.figures.Figure.Interval;
import io.tidemark.kernel.figures.Tally;
import io.tidemark.kernel.sql.Unattended;
import io.tidemark.target.Methods;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the database at intervals for what figures show, so that no reader of figures makes it work, and none waits for it. What
 * has not been found out for three intervals is not a number: nobody takes an old figure for a new one.
 */
@Singleton
@Startup
@Interceptors(Unattended.class)
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sampler {

    private static final long FIRST_MILLIS = 1_000;
    private static final int GOOD_FOR_INTERVALS = 3;

    private record Sample(double value, long atNanos) {}

    private final Map<Figure, Sample> samples = new ConcurrentHashMap<>();

    @Inject
    private Instance<Meters> meters;

    @Inject
    private Samples source;

    @Inject
    private Methods methods;

    @Resource
    private TimerService timers;

    /** How often all contents are summed up; zero for never. */
    @Inject
    @ConfigProperty(name = "tidemark.figures.content-interval", defaultValue = "PT1H")
    private Duration contentInterval;

    @PostConstruct
    void begin() {
        if (meters.isUnsatisfied()) {
            return;
        }
        Meters shown = meters.get();
        for (Tally tally : Tally.values()) {
            shown.show(tally);
        }
        for (Figure figure : Figure.values()) {
            shown.show(figure, () -> value(figure));
        }
        for (Interval interval : Interval.values()) {
            long millis = every(interval).toMillis();
            if (millis > 0) {
                timers.createIntervalTimer(FIRST_MILLIS, millis, new TimerConfig(interval, false));
            }
        }
        RequestTimes.watch(shown, Set.copyOf(methods.all()));
    }

    /** Takes the samples of one interval. */
    @Timeout
    public void sample(Timer timer) {
        Map<Figure, Double> found = source.of((Interval) timer.getInfo());
        long now = System.nanoTime();
        found.forEach((figure, value) -> samples.put(figure, new Sample(value, now)));
    }

    private double value(Figure figure) {
        if (figure.interval() == Interval.NOW) {
            return source.now(figure);
        }
        Sample sample = samples.get(figure);
        Duration good = every(figure.interval()).multipliedBy(GOOD_FOR_INTERVALS);
        return sample == null || System.nanoTime() - sample.atNanos() > good.toNanos() ? Double.NaN : sample.value();
    }

    private Duration every(Interval interval) {
        return switch (interval) {
            case NOW -> Duration.ZERO;
            case OFTEN -> Duration.ofSeconds(15);
            case MINUTE -> Duration.ofMinutes(1);
            case CONTENT -> contentInterval;
        };
    }

    @PreDestroy
    void end() {
        RequestTimes.ignore();
        if (!meters.isUnsatisfied()) {
            meters.get().close();
        }
    }
}
