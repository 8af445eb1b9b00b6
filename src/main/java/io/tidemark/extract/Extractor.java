package io.tidemark.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;

/**
 * The program: it reads the path of a document from its input, writes to its output what is in it, and goes on with the next, until
 * its input ends. Whoever started it may end it at any time. It ends itself when a document takes too long, or more memory than it
 * has.
 *
 * <p>It first writes one byte, 2. An answer is a byte, 1 for a text and 0 for why there is none; the number of bytes that follow, as four bytes; and these, in UTF-8.
 */
public final class Extractor {

    /** The byte with which the program says that it has started. */
    public static final int READY = 2;

    /** The byte before a text. */
    public static final int READ = 1;

    /** The byte before the reason why there is none. */
    public static final int UNREADABLE = 0;

    /** The exit code when a document took too long; 3 is that of Java when there is no more memory. */
    public static final int TOO_LONG = 42;

    /** How much is unpacked from a part of a document. */
    private static final long MOST_BYTES = 64L << 20;

    private Extractor() {}

    /**
     * Runs it.
     *
     * @param arguments how many characters of a text are told at most; how many seconds a document may take
     */
    public static void main(String... arguments) throws IOException {
        int most = Integer.parseInt(arguments[0]);
        long millis = Long.parseLong(arguments[1]) * 1_000;
        DataOutputStream out = new DataOutputStream(System.out);
        // Parsers may have something to say.
        System.setOut(System.err);
        try (DataInputStream in = new DataInputStream(System.in)) {
            Timer timer = new Timer(true);
            out.writeByte(READY);
            out.flush();
            while (true) {
                Path file = Path.of(in.readUTF());
                TimerTask end = new TimerTask() {
                    @Override
                    public void run() {
                        Runtime.getRuntime().halt(TOO_LONG);
                    }
                };
                timer.schedule(end, millis);
                answer(new Document(file, MOST_BYTES), most, out);
                end.cancel();
            }
        } catch (EOFException e) {
            // There is nothing more to read.
        }
    }

    private static void answer(Document document, int most, DataOutputStream out) throws IOException {
        Text text = new Text(most);
        try {
            Kind.of(document.prefix()).read(document, text);
        } catch (Text.Full e) {
            // Its beginning is what is told.
        } catch (IOException | RuntimeException | StackOverflowError e) {
            write(UNREADABLE, String.valueOf(e.getMessage()), out);
            return;
        }
        write(READ, text.toString(), out);
    }

    private static void write(int outcome, String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(outcome);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }
}
