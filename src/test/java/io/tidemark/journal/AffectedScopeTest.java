package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How far up a change is felt. The members are written as {@link KnownMarks} says. A change is {@code f@10}, which changes f;
 * {@code f^10}, which gives it a newer revision; or {@code #3@10}, at the member 3 itself.
 */
class AffectedScopeTest {

    /** R holds A, which holds B, which holds f; and R holds C, which holds g. */
    private static final String TREE = "1:R/A 2:A/B 3:B/f 4:R/C 5:C/g";

    @ParameterizedTest
    @CsvSource({
        // changes, collections with their newest change, members with the newest change to each and below it
        "'', '', ''",
        "f@10, A=10 B=10 R=10, 1:0/10 2:0/10 3:10/0",
        "#3@10, A=10 B=10 R=10, 1:0/10 2:0/10 3:10/0",
        "B@10, A=10 B=10 R=10, 1:0/10 2:10/10",
        "#2@10, A=10 R=10, 1:0/10 2:10/0",
        "R@10, R=10, ''",
        "#1@10, R=10, 1:10/0",
        // The newest counts, whatever the order.
        "f@10 #2@12, A=12 B=10 R=12, 1:0/12 2:12/10 3:10/0",
        "f@12 #2@10, A=12 B=12 R=12, 1:0/12 2:10/12 3:12/0",
        "f@12 g@10, A=12 B=12 C=10 R=12, 1:0/12 2:0/12 3:12/0 4:0/10 5:10/0",
        "f@10 g@12, A=10 B=10 C=12 R=12, 1:0/10 2:0/10 3:10/0 4:0/12 5:12/0",
        "f@10 #3@11, A=11 B=11 R=11, 1:0/11 2:0/11 3:11/0",
        "A@12 #2@10, A=12 R=12, 1:12/12 2:10/0",
        "A@10 #2@12, A=12 R=12, 1:10/12 2:12/0",
        "f@11 #3@10, A=11 B=11 R=11, 1:0/11 2:0/11 3:11/0",
        // What is mapped nowhere.
        "z@10, '', ''",
        "Z@10, Z=10, ''",
    })
    void aChangeIsFeltAllTheWayUp(String changes, String collections, String members) {
        assertScope(new KnownMarks(TREE), changes, collections, members);
    }

    @ParameterizedTest
    @CsvSource({
        "1:R/A 2:A/f 3:R/f, f@10, A=10 R=10, 1:0/10 2:10/0 3:10/0",
        "1:R/A 2:A/B 3:R/B 4:B/f, f@10, A=10 B=10 R=10, 1:0/10 2:0/10 3:0/10 4:10/0",
        "1:R/A 2:A/B 3:B/A 4:B/f, f@10, A=10 B=10 R=10, 1:0/10 2:0/10 3:0/10 4:10/0",
        "1:R/A 2:A/A 3:A/f, f@10, A=10 R=10, 1:0/10 2:0/10 3:10/0",
    })
    void whatHasSeveralNamesIsFeltAtEach(String tree, String changes, String collections, String members) {
        assertScope(new KnownMarks(tree), changes, collections, members);
    }

    @ParameterizedTest
    @CsvSource({
        "B, f@10, B=10, 3:10/0",
        "A, f@10, A=10 B=10, 2:0/10 3:10/0",
        "R, f@10, A=10 B=10 R=10, 1:0/10 2:0/10 3:10/0",
        "A, A@10, A=10 R=10, 1:10/0",
        "A, #1@10, R=10, 1:10/0",
        "A, f@10 #5@11, A=10 B=10 C=11 R=11, 2:0/10 3:10/0 4:0/11 5:11/0",
    })
    void aboveABoundaryNobodyIsToldWhatChangesBelow(
            String boundaries, String changes, String collections, String members) {
        assertScope(new KnownMarks(TREE).boundaries(boundaries), changes, collections, members);
    }

    @ParameterizedTest
    @CsvSource({
        "'', f^10, A=10 B=10 R=10, 1:0/10 2:0/10 3:10/0",
        "3, f^10, '', ''",
        "3, f@10, A=10 B=10 R=10, 1:0/10 2:0/10 3:10/0",
        "3, f^11 f@10, A=11 B=11 R=11, 1:0/11 2:0/11 3:11/0",
        "3, f^11 #3@10, A=10 B=10 R=10, 1:0/10 2:0/10 3:10/0",
        "3, f^11 g^10, C=10 R=10, 4:0/10 5:10/0",
        "2, f^10, A=10 B=10 R=10, 1:0/10 2:0/10 3:10/0",
    })
    void aNewerRevisionIsNotFeltWhereAnotherWasChosen(
            String choosing, String changes, String collections, String members) {
        assertScope(new KnownMarks(TREE).choosing(choosing), changes, collections, members);
    }

    private static void assertScope(KnownMarks known, String changes, String collections, String members) {
        ChangeSet changeSet = new ChangeSet();
        for (String change : KnownMarks.words(changes)) {
            String[] parts = change.split("[@^]", -1);
            Long member = parts[0].startsWith("#") ? Long.valueOf(parts[0].substring(1)) : null;
            ChangeKind kind = change.contains("^") ? ChangeKind.ADVANCED : ChangeKind.CHANGED;
            changeSet.add(
                    new JournalRow(kind, member, member == null ? KnownMarks.id(parts[0].charAt(0)) : null),
                    Long.parseLong(parts[1]));
        }
        Map<Long, MemberMark> touched = new HashMap<>();
        List<MappedMember> named = known.marked(changeSet.members().keySet());
        named.forEach(member -> {
            MemberMark mark = new MemberMark(member);
            mark.touch(changeSet.members().get(member.id()));
            touched.put(member.id(), mark);
        });
        AffectedScope scope = new AffectedScope(touched, changeSet, known, known::mapping);
        assertThat(KnownMarks.shown(scope.collections())).isEqualTo(collections);
        assertThat(KnownMarks.shown(scope.members())).isEqualTo(members);
    }
}
