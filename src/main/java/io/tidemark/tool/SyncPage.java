package io.tidemark.tool;

import java.util.List;

/**
 * One answer to {@code sync-collection}.
 *
 * @param token what the next request sends
 */
public record SyncPage(List<SyncResponse> responses, String token) {}
