package io.tidemark.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleMappingTest {
    private final RoleMapping roles = new RoleMapping(List.of("staff", "reader"), List.of("editors"), List.of());

    @Test
    void oneOfTheGroupsIsEnough() {
        assertThat(roles.gives("reader", Set.of("staff", "other"))).isTrue();
        assertThat(roles.gives("writer", Set.of("editors"))).isTrue();
    }

    @Test
    void aRolesOwnNameIsNoGroupOnceOthersAreNamed() {
        assertThat(roles.gives("writer", Set.of("writer"))).isFalse();
    }

    @Test
    void groupsAreComparedExactly() {
        assertThat(roles.gives("writer", Set.of("Editors", "editors ", ""))).isFalse();
        assertThat(roles.gives("admin", Set.of("admin"))).isFalse();
        assertThat(roles.gives("owner", Set.of("owner"))).isFalse();
    }
}
