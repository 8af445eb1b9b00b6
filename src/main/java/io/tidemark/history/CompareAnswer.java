package io.tidemark.history;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyAnswer;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the differences between two states, some of which are in memory at a time. */
final class CompareAnswer implements MultistatusResponse.Body {

    private static final int PAGE = 100;

    private final FilesTarget target;
    private final CompareRequest asked;
    private final TreeState from;
    private final TreeState to;
    private final CompareReader reader;
    private final Properties properties;
    private final @Nullable PropertyAnswer answer;
    private final int limit;

    /** An answer about what a request names; {@code limit} differences at most. */
    CompareAnswer(
            FilesTarget target,
            CompareRequest asked,
            TreeState from,
            TreeState to,
            CompareReader reader,
            Properties properties,
            boolean minimal,
            int limit) {
        this.target = target;
        this.asked = asked;
        this.from = from;
        this.to = to;
        this.reader = reader;
        this.properties = properties;
        this.answer = asked.properties()
                .map(wanted -> properties.answer(wanted, minimal))
                .orElse(null);
        this.limit = limit;
    }

    /** What has been told so far. */
    private static final class Told {
        private final List<Difference> page = new ArrayList<>();
        private int count;
        private @Nullable Difference last;
        private boolean more;
    }

    @Override
    public void write(MultistatusWriter multistatus) {
        Told told = new Told();
        new Comparison(
                        from,
                        to,
                        target.path(),
                        asked.after(),
                        reader,
                        difference -> take(difference, told, multistatus))
                .run();
        write(told.page, multistatus);
        if (told.more) {
            multistatus.response(target.href(), 507, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
            multistatus
                    .xml()
                    .element(
                            Tidemark.NEXT,
                            new ComparePlace(Objects.requireNonNull(told.last).place()).toString());
        }
    }

    private boolean take(Difference difference, Told told, MultistatusWriter multistatus) {
        if (told.count == limit || isFull(told, multistatus)) {
            told.more = true;
            return false;
        }
        told.page.add(difference);
        told.last = difference;
        told.count++;
        if (told.page.size() == PAGE) {
            write(told.page, multistatus);
        }
        return true;
    }

    private boolean isFull(Told told, MultistatusWriter multistatus) {
        return told.count > 0 && answer != null && answer.isFull(multistatus);
    }

    private void write(List<Difference> page, MultistatusWriter multistatus) {
        List<Optional<FilesTarget>> shown = page.stream().map(this::shown).toList();
        PropertyContext context = properties.context(shown.stream()
                .flatMap(Optional::stream)
                .<Target>map(found -> found)
                .toList());
        for (int i = 0; i < page.size(); i++) {
            Difference difference = page.get(i);
            PropertyAnswer wanted = answer;
            if (wanted != null && shown.get(i).isPresent()) {
                wanted.write(shown.get(i).get(), context, multistatus, difference::write);
            } else {
                multistatus.response(path(difference).href(), () -> multistatus.propstat(200, difference::write));
            }
        }
        page.clear();
    }

    private DavPath path(Difference difference) {
        DavPath at = target.path();
        for (String name : difference.names()) {
            at = at.child(name, true);
        }
        return at.asCollection(difference.isCollection());
    }

    /** What is on the new side, as if it were in what the request names. */
    private Optional<FilesTarget> shown(Difference difference) {
        PastMember after = difference.after();
        return after == null ? Optional.empty() : Optional.of(at(after.target(), path(difference)));
    }

    private static FilesTarget at(FilesTarget found, DavPath path) {
        if (found.path().equals(path)) {
            return found;
        } else if (found instanceof NamedTarget named) {
            return new NamedTarget(
                    path,
                    named.ancestors(),
                    named.parent(),
                    named.memberId(),
                    named.resource(),
                    named.selection(),
                    named.unrestricted());
        } else if (found instanceof ConfiguredTarget in) {
            return new ConfiguredTarget(
                    path,
                    in.ancestors(),
                    in.parent(),
                    in.memberId(),
                    in.resource(),
                    in.selection(),
                    in.configuration(),
                    in.layers(),
                    in.branch());
        }
        return found;
    }
}
