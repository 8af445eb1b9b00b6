package io.tidemark.journal;

import io.tidemark.journal.NumberedWatermark.Horizon;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sequencer's work in one transaction: it holds the journal's head, numbers a batch of changes and raises the marks above them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Numbering {

    @Inject
    private NumberingRepository journal;

    @Inject
    private HighWaterMarks marks;

    /**
     * Numbers the first unnumbered changes in line, as many whole ones as a batch holds; the first, however many rows it has.
     *
     * @param batch of how many rows
     * @return whether the batch was full, so that some may be left that were committed before the call
     */
    public boolean numberNext(int batch) {
        long drawn = journal.lastPlace();
        JournalHead head = journal.lockHead();
        Optional<Horizon> horizon = journal.horizon(drawn);
        List<UnnumberedRow> waiting = journal.unnumbered(head.watermark(), batch);
        boolean full = waiting.size() == batch;
        NumberedWatermark watermark =
                horizon.filter(seen -> !full).map(head.watermark()::seen).orElse(head.watermark());
        ChangeLink last = new ChangeLink(head.number(), head.incarnation(), Instant.EPOCH, head.hash());
        if (waiting.isEmpty()) {
            journal.moveHead(last, watermark);
            return false;
        }
        Map<Long, List<UnnumberedRow>> changes = new LinkedHashMap<>();
        wholeChanges(waiting, full)
                .forEach(row -> changes.computeIfAbsent(row.place(), place -> new ArrayList<>())
                        .add(row));
        List<ChangeLink> links = new ArrayList<>();
        ChangeSet changeSet = new ChangeSet();
        for (List<UnnumberedRow> change : changes.values()) {
            last = last.next(change);
            links.add(last);
            for (UnnumberedRow row : change) {
                changeSet.add(row.row(), last.number());
            }
        }
        journal.number(List.copyOf(changes.keySet()), head.number() + 1);
        journal.append(links);
        journal.moveHead(last, watermark);
        marks.raise(changeSet, links.stream().collect(Collectors.toMap(ChangeLink::number, ChangeLink::hash)));
        return full;
    }

    /** A change is numbered whole or not yet: the last of a full batch may go on beyond it. */
    private List<UnnumberedRow> wholeChanges(List<UnnumberedRow> rows, boolean full) {
        if (!full) {
            return rows;
        }
        long last = rows.get(rows.size() - 1).place();
        List<UnnumberedRow> whole =
                rows.stream().filter(row -> row.place() != last).toList();
        return whole.isEmpty() ? journal.unnumberedAt(last) : whole;
    }
}
