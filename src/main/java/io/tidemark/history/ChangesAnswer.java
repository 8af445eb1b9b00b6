package io.tidemark.history;

import io.tidemark.history.ChangeHeadRepository.Head;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.RevisionKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the changes of a feed, some of which are in memory at a time. */
final class ChangesAnswer {

    /** How many changes are looked up together. */
    private static final int PAGE = 50;

    /**
     * After so many changes that the caller may read an answer ends, whether as many of them as were asked for are by the
     * authors that were asked for or not.
     */
    private static final int MOST_READ = 10_000;

    private final ChangesRequest asked;
    private final Feed feed;
    private final FeedItems items;
    private final ChangeHeadRepository heads;
    private int written;
    private int read;
    private @Nullable ChangeId last;

    ChangesAnswer(ChangesRequest asked, Feed feed, FeedItems items, ChangeHeadRepository heads) {
        this.asked = asked;
        this.feed = feed;
        this.items = items;
        this.heads = heads;
    }

    /** Writes what is in the root element. */
    void write(XmlWriter xml) {
        boolean more = true;
        while (more) {
            Map<Long, FoundChange> page = page(Math.min(PAGE, asked.limit() + 1 - written));
            more = !page.isEmpty() && write(page, xml);
        }
    }

    private Map<Long, FoundChange> page(int size) {
        Map<Long, FoundChange> page = new LinkedHashMap<>();
        OptionalLong number = OptionalLong.of(0);
        while (page.size() < size && number.isPresent()) {
            FoundChange change = new FoundChange();
            number = feed.next((frame, row) -> items.add(frame, row, change));
            if (number.isPresent() && !change.items().isEmpty()) {
                page.put(number.getAsLong(), change);
            }
        }
        return page;
    }

    /** Writes those of some changes that are asked for, and where to go on if that is enough; says whether it is not. */
    private boolean write(Map<Long, FoundChange> page, XmlWriter xml) {
        Map<Long, Head> known = heads.of(page.keySet());
        Set<RevisionKey> revisions = page.values().stream()
                .flatMap(change -> change.items().stream())
                .flatMap(ChangesAnswer::key)
                .collect(Collectors.toSet());
        Map<RevisionKey, String> comments = heads.comments(revisions);
        Map<RevisionKey, String> sets = heads.checkinSets(revisions);
        for (Map.Entry<Long, FoundChange> entry : page.entrySet()) {
            Head head = known.get(entry.getKey());
            if (head == null) {
                continue;
            }
            boolean wanted = asked.wants(head.author());
            if ((wanted && written == asked.limit()) || read == MOST_READ) {
                xml.element(Tidemark.NEXT, String.valueOf(last));
                return false;
            }
            if (wanted) {
                write(head, entry.getValue(), comments, sets, xml);
                written++;
            }
            read++;
            last = head.id();
        }
        return true;
    }

    private static void write(
            Head head,
            FoundChange change,
            Map<RevisionKey, String> comments,
            Map<RevisionKey, String> sets,
            XmlWriter xml) {
        xml.start(Tidemark.CHANGE);
        xml.element(Tidemark.ID, head.id().toString());
        xml.element(Tidemark.AUTHOR, head.author());
        xml.element(Tidemark.TIME, head.at().toString());
        first(change.items(), comments).forEach(text -> xml.element(VersioningDraft.REVISIONCOMMENT, text));
        first(change.items(), sets).forEach(set -> xml.element(ConfigurationDraft.CHECKINID, set));
        change.items().forEach(item -> item.write(xml));
        if (change.more() > 0) {
            xml.element(Tidemark.MORE_ITEMS, Long.toString(change.more()));
        }
        xml.end();
    }

    /** What is known of the first item of which anything is. */
    private static Collection<String> first(List<FeedItem> items, Map<RevisionKey, String> known) {
        return new ArrayList<>(items.stream()
                .flatMap(ChangesAnswer::key)
                .map(known::get)
                .filter(Objects::nonNull)
                .limit(1)
                .toList());
    }

    private static Stream<RevisionKey> key(FeedItem item) {
        Integer revision = item.revision();
        return revision == null ? Stream.empty() : Stream.of(new RevisionKey(item.resource(), revision));
    }
}
