package io.tidemark.target;

import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberView;
import io.tidemark.namespace.PastMemberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Lists the members of stored collections, as they are or as they were. */
@ApplicationScoped
public class StoredMembers {

    @Inject
    private MemberRepository present;

    @Inject
    private PastMemberRepository past;

    /** A page of members; see {@link Subtree#members}. */
    public List<FilesTarget> members(FilesTarget collection, String after, int limit) {
        return list(collection, after, limit).stream()
                .map(member -> collection.member(member.id(), member.name(), member.resource()))
                .toList();
    }

    private List<MemberView> list(FilesTarget collection, String after, int limit) {
        UUID id = collection.mapped().id();
        Selection selection = collection.selection();
        return selection == null || selection.moment() == null
                ? present.list(id, after, limit)
                : past.list(id, selection.moment(), after, limit);
    }
}
