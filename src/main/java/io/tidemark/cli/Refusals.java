package io.tidemark.cli;

import io.tidemark.tool.TransientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a refusal means, and what to do next, in one sentence: by the condition that the server names, or else by its status. */
final class Refusals {

    private static final int SHOWN = 5;

    private Refusals() {}

    /** What the server's answer means for the user; the body is read. */
    static FailedException of(Ask ask, Reply reply, Session session) throws InterruptedException {
        List<String> conditions = new ArrayList<>();
        List<String> hrefs = new ArrayList<>();
        int status = reply.status();
        try {
            if (status == 207) {
                // A DELETE, MOVE or LOCK that something below was in the way of.
                List<Node> responses = new ArrayList<>();
                Node.each(reply.body(), "multistatus", responses::add);
                responses.stream()
                        .filter(response -> !response.text("status").contains(" 424"))
                        .forEach(response -> {
                            hrefs.add(response.text("href"));
                            response.deep("error")
                                    .flatMap(error -> error.children().stream())
                                    .forEach(condition -> conditions.add(condition.name()));
                        });
                status = responses.stream()
                                .anyMatch(response -> response.text("status").contains(" 423"))
                        ? 423
                        : 409;
            } else {
                Node.each(reply.body(), "error", condition -> {
                    if (!condition.name().isEmpty()) {
                        conditions.add(condition.name());
                    }
                    condition.deep("href").forEach(href -> hrefs.add(href.text()));
                });
            }
        } catch (IOException e) {
            // A refusal with another body, or none, is known by its status alone.
            conditions.clear();
        }
        String where =
                hrefs.stream().distinct().limit(SHOWN).map(session::shown).collect(Collectors.joining(", "));
        String sentence = sentence(conditions.isEmpty() ? "" : conditions.get(0), status, ask.about(), where);
        return new FailedException(exit(status, conditions), sentence, status, conditions);
    }

    private static int exit(int status, List<String> conditions) {
        if (conditions.contains("no-such-revision") || conditions.contains("no-such-change")) {
            return Exit.NOT_FOUND;
        }
        return switch (status) {
            case 401, 403 -> Exit.FORBIDDEN;
            case 404, 410 -> Exit.NOT_FOUND;
            case 405, 409, 412 -> Exit.CONFLICT;
            case 423 -> Exit.LOCKED;
            case 507 -> Exit.FULL;
            default -> Exit.FAILED;
        };
    }

    private static String sentence(String condition, int status, String about, String where) {
        String there = where.isEmpty() ? about : where;
        return switch (condition) {
            case "app-password-read-only" ->
                "This login is for reading only; log in again without --read-only to change " + about + '.';
            case "app-password-path" -> about + " is outside of what this login is good for.";
            case "own-credentials-required" -> "That needs your own password, not a saved login's.";
            case "too-many-app-passwords" -> "You have too many app passwords; revoke one that you do not need.";
            case "need-privileges" ->
                "You have no right to do that at " + there + "; ask its owner or an administrator.";
            case "no-such-revision" -> about + " has no such revision or label; tidemark history lists them.";
            case "no-such-change" -> "There is no such change, or it is forgotten; tidemark log lists them.";
            case "no-such-state" -> about + " has no such state: it is in the future, or before history is kept.";
            case "not-versioned" -> about + " is not under version control, so it has no past.";
            case "content-not-kept" ->
                "The content of then was not kept of " + there + "; --skip leaves that as it is.";
            case "changed-since" -> there + " has been changed again since; --force undoes the rest.";
            case "not-above" -> "The change touched more than " + about + "; give a folder above all of it with --in.";
            case "too-many-members" -> about + " is too large for that at once; go folder by folder.";
            case "checkin-conflict" -> about + " was changed by others since it was checked out.";
            case "must-be-checked-in" -> about + " is checked out already.";
            case "must-be-checked-out" -> about + " is not checked out; tidemark checkout does that.";
            case "add-must-be-new-label" ->
                "Another revision of " + about + " has that label; --move takes it from there.";
            case "label-must-exist" -> "That revision of " + about + " does not have that label.";
            case "cannot-modify-version-controlled-content" ->
                about + " is not changed without a lock or a checkout; take one first.";
            case "checksum-matches" -> about + " changed while it was sent, or was damaged on the way; try again.";
            case "no-conflicting-lock", "lock-token-submitted" ->
                "Somebody has locked " + there
                        + "; wait until it is unlocked, or see with tidemark lock --show who it is.";
            case "quota-not-exceeded" -> "The quota is used up; delete something, or ask an administrator for more.";
            case "sufficient-disk-space" -> "The server's disk is full; tell an administrator.";
            case "search-grammar-supported", "searchable-property" -> "The server does not search by that.";
            default -> byStatus(condition, status, about, where);
        };
    }

    private static String byStatus(String condition, int status, String about, String where) {
        String named = condition.isEmpty() ? "" : " (" + condition + ')';
        return switch (status) {
            case 401 -> "The server does not take name and password; log in again with tidemark login.";
            case 403 -> "You may not do that with " + about + named + "; ask its owner or an administrator.";
            case 404, 410 -> "There is no " + about + '.';
            case 405 -> about + " cannot be used so, or is there already.";
            case 409 ->
                condition.isEmpty()
                        ? "The folder that " + about + " would be in does not exist; tidemark mkdir -p makes it."
                        : "The server refused that for " + (where.isEmpty() ? about : where) + named + '.';
            case 412 -> about + " is there already, or has been changed meanwhile; look at it again, or use --force.";
            case 413, 414 -> about + " has a name or a content that is too long for the server.";
            case 423 -> "Somebody has locked " + (where.isEmpty() ? about : where) + "; wait until it is unlocked.";
            case 429, 503 -> "The server is busy; try again in a while.";
            case 507 -> "There is no more room for " + about + named + '.';
            default -> "The server answered " + status + named + " for " + about + '.';
        };
    }

    /** A failure without an answer. */
    static FailedException unreachable(TransientException failure, String url) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new FailedException(
                Exit.FAILED, "The server at " + url + " cannot be reached (" + reason + "); try again.");
    }
}
