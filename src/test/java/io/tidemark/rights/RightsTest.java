package io.tidemark.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Injected;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.namespace.Resource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which list decides. */
class RightsTest {
    private final Rights rights = Injected.into(new Rights(), new Somebody("ada", Set.of(), Set.of()));

    /**
     * Each letter is a collection, each word a level of the path from the outermost on: F is the root of the files, W that of
     * a workspace. A plus is a list that grants what is asked for, a minus one that does not.
     */
    @ParameterizedTest
    @CsvSource({
        // levels, lists, where there is none, decided
        "F a b, '', true, true",
        "F a b, '', false, false",
        "F a b, z-, true, true",
        "F a b, z+, false, false",
        "F a b, b+, false, true",
        "F a b, b-, true, false",
        "F a b, a+, false, true",
        "F a b, a-, true, false",
        "F a b, a- b+, false, true",
        "F a b, a+ b-, true, false",
        "F a b, F+, false, true",
        "F a b, F-, true, false",
        "F a b, F- b+, false, true",
        "F a b, F+ a-, true, false",
        // A level of several collections, which a configuration lays on top of each other.
        "W a bc, b+, false, true",
        "W a bc, c-, true, false",
        "W a bc, b+ c+, false, true",
        "W a bc, b+ c-, true, false",
        "W a bc, b- c+, true, false",
        "W a bc, a- b+, false, true",
        "W ab c, a+ b-, true, false",
        "W ab c, a- b- c+, false, true",
        // What the configuration as a whole is granted to counts besides.
        "W a b, W+, false, true",
        "W a b, W-, true, false",
        "W a b, W+ b+, false, true",
        "W a b, W+ b-, true, false",
        "W a b, W- b+, false, false",
        "W a b, W- a+ b+, false, false",
        "WV a b, W+ V- b+, false, false",
        "WV a b, W+ V+ b+, false, true",
        "FW a b, F- W+ b+, false, true",
        "W, W+, false, true",
        "W, W-, true, false",
    })
    void theNearestLevelWithAListDecides(String levels, String lists, boolean otherwise, boolean decided) {
        List<Set<UUID>> path = Arrays.stream(levels.split(" ", -1))
                .map(level -> level.chars().mapToObj(RightsTest::id).collect(Collectors.toSet()))
                .toList();
        assertThat(rights.decide(path, lists(lists), Privilege.WRITE, otherwise))
                .isEqualTo(decided);
    }

    private static Map<UUID, AccessList> lists(String text) {
        Map<UUID, AccessList> lists = new HashMap<>();
        for (String list : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            Privilege granted = list.endsWith("+") ? Privilege.WRITE : Privilege.READ;
            UUID collection = id(list.charAt(0));
            lists.put(
                    collection,
                    new AccessList(collection, "bob", List.of(new Grant(Grantee.EVERYONE, Set.of(granted)))));
        }
        return lists;
    }

    private static UUID id(int letter) {
        return letter == 'F' ? Resource.FILES : new UUID(0, letter);
    }

    /** Who asks in a test. */
    record Somebody(String name, Set<String> groups, Set<String> roles) implements Caller {
        @Override
        public boolean isIn(String role) {
            return roles.contains(role);
        }
    }
}
