/** Requests at the same moment: whatever the order, they end as if one came after the other. */
package io.tidemark.race;
