package io.tidemark.kernel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedMapTest {

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        var map = new BoundedMap<String, Integer>(3);
        map.put("a", 1);
        map.put("b", 2);
        map.put("c", 3);
        assertThat(map).hasSize(3);
        assertThat(map.get("a")).isEqualTo(1);
        map.put("d", 4);
        assertThat(map).containsOnlyKeys("a", "c", "d");
        map.put("c", 5);
        map.put("e", 6);
        assertThat(map).containsOnlyKeys("c", "d", "e");
    }
}
