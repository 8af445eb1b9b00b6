package io.tidemark.audit;

import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.DavException;
import jakarta.servlet.ServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is found out about a request on its way, for its line in the audit log. */
public final class AuditNotes {

    /** More changes than this, as an import of many files makes, are counted only. */
    private static final int MOST_CHANGES = 100;

    private static final String ATTRIBUTE = AuditNotes.class.getName();

    private final List<UUID> changes = new ArrayList<>();
    private long furtherChanges;
    private @Nullable String claimed;
    private @Nullable Condition condition;
    private @Nullable String reference;

    private AuditNotes() {}

    /** The notes on a request. */
    public static AuditNotes of(ServletRequest request) {
        AuditNotes notes = (AuditNotes) request.getAttribute(ATTRIBUTE);
        if (notes == null) {
            notes = new AuditNotes();
            request.setAttribute(ATTRIBUTE, notes);
        }
        return notes;
    }

    /** As whom the request wants to come, whether or not it can prove it. */
    public void claims(String user) {
        claimed = user;
    }

    /** Why the request was refused: its own condition, or that of the first resource that stopped it. */
    public void refused(DavException refusal) {
        condition = refusal.members().stream()
                .findFirst()
                .map(DavException.MemberFailure::condition)
                .orElse(refusal.condition());
    }

    /**
     * The request failed.
     *
     * @param logged under which reference the server's log says why
     */
    public void failed(String logged) {
        reference = logged;
    }

    /** The request has committed a change. */
    void changed(UUID change) {
        if (changes.size() < MOST_CHANGES) {
            changes.add(change);
        } else {
            furtherChanges++;
        }
    }

    List<UUID> changes() {
        return Collections.unmodifiableList(changes);
    }

    long furtherChanges() {
        return furtherChanges;
    }

    @Nullable
    String claimed() {
        return claimed;
    }

    @Nullable
    Condition condition() {
        return condition;
    }

    @Nullable
    String reference() {
        return reference;
    }
}
