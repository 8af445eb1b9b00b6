package io.tidemark.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.access.Roles;
import io.tidemark.rights.RightsTest.Somebody;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessListTest {
    private static final UUID COLLECTION = new UUID(0, 1);

    private final Somebody ada = new Somebody("ada", Set.of("crew", "admin"), Set.of(Roles.WRITER));

    @ParameterizedTest
    @CsvSource({
        // kind, name, ada is meant
        "USER, ada, true",
        "USER, bob, false",
        "USER, crew, false",
        "USER, '', false",
        "GROUP, crew, true",
        "GROUP, ada, false",
        "GROUP, passengers, false",
        // A role of Tidemark's, a group that is named as one, a role that nobody has, and a role that is not
        // Tidemark's.
        "GROUP, writer, true",
        "GROUP, admin, true",
        "GROUP, reader, false",
        "EVERYONE, '', true",
    })
    void grantsWhatAGrantSaysToWhomItMeans(Grantee.Kind kind, String name, boolean meant) {
        AccessList list = new AccessList(
                COLLECTION,
                "bob",
                List.of(
                        new Grant(new Grantee(kind, name), Set.of(Privilege.WRITE)),
                        new Grant(new Grantee(Grantee.Kind.USER, "bob"), Set.of(Privilege.READ))));
        assertThat(list.grants(ada, Privilege.WRITE)).isEqualTo(meant);
        assertThat(list.grants(ada, Privilege.READ)).isFalse();
    }

    /** RFC 3744, section 5.5.4. */
    @ParameterizedTest
    @EnumSource
    void theOwnerKeepsWhatItTakesToChangeTheList(Privilege privilege) {
        AccessList nobody = new AccessList(COLLECTION, "ada", List.of());
        assertThat(nobody.grants(ada, privilege)).isEqualTo(privilege != Privilege.WRITE);
        assertThat(new AccessList(COLLECTION, "bob", List.of()).grants(ada, privilege))
                .isFalse();
    }
}
