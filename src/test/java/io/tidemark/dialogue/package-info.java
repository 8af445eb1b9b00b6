/**
 * Dialogues with the server over real HTTP, one small text file per protocol case, below {@code dialogues/} in the test
 * resources.
 *
 * <p>A file begins with a sentence that says which rule it shows. Then exchanges follow:
 *
 * <pre>
 * &gt;&gt;&gt; PUT {c}/a.txt as reader
 * Content-Type: text/plain
 *
 * hello
 * &lt;&lt;&lt; 201
 * ETag: {tag}
 * Location: -
 *
 * (the body, as text or as XML)
 * </pre>
 *
 * <p>The caller is {@code writer} unless the line says {@code as reader}, {@code as admin}, {@code as other} (a second
 * writer), {@code as stranger} (who has no role) or {@code as nobody}. What is expected may leave out headers and the body; what it names must be there: a
 * header with that value, or with {@code -} none of that name. XML is compared by meaning; the order of responses, of
 * propstats and of properties is free. Lines of a body that begin with {@code ~} must be contained in it, with
 * {@code !~} must not; {@code (empty)} is a body without anything in it.
 *
 * <p>{@code {c}} is the path, without a slash at its end, of a collection that is new for each file; {@code {host}} the
 * server's host and port; {@code {x*255}} that many letters x. In what is expected any other name in braces takes what
 * stands there, and afterwards stands for it, there and in requests; {@code {*}} takes anything and forgets it.
 */
package io.tidemark.dialogue;
