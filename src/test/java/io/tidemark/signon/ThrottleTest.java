package io.tidemark.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final int FREE = 3;
    private static final int FREE_PER_ADDRESS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Throttle throttle = new Throttle(FREE, FREE_PER_ADDRESS, LONGEST);
    private final InetAddress here = address("192.0.2.1");
    private final InetAddress there = address("192.0.2.2");
    private long now = 1_000_000_000L;

    @Test
    void theFirstFailuresCostNothingThenEachWaitIsTwiceTheLast() {
        for (int i = 0; i < FREE; i++) {
            assertThat(attempt("ada", here)).isZero();
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(enter("ada", here)).isEqualTo(Duration.ofSeconds(seconds));
            now += Duration.ofSeconds(seconds).toNanos();
            assertThat(attempt("ada", here)).isZero();
        }
    }

    @Test
    void whileOneAttemptIsLookedAtOthersWait() {
        fail("ada", here, FREE);
        now += Duration.ofSeconds(1).toNanos();
        assertThat(enter("ada", here)).isZero();
        assertThat(enter("ada", here)).isPositive();
    }

    @Test
    void whoGuessesKeepsTheUserOutNowhereElse() {
        fail("ada", here, FREE);
        assertThat(enter("ada", here)).isPositive();
        assertThat(enter("Ada", here)).isPositive();
        assertThat(enter("ada", there)).isZero();
        assertThat(enter("bob", here)).isZero();
    }

    @Test
    void credentialsThatWereRightPassBesideAGuesser() {
        var right = new BasicCredentials("ada", "right");
        throttle.succeeded(right, here, now);
        fail("ada", here, FREE);
        assertThat(throttle.enter(right, here, now)).isZero();
        assertThat(enter("ada", here)).isPositive();
    }

    @Test
    void credentialsThatAreNoLongerRightDoNot() {
        var right = new BasicCredentials("ada", "right");
        throttle.succeeded(right, here, now);
        for (int i = 0; i < FREE; i++) {
            throttle.failed(right, here, now);
        }
        assertThat(throttle.enter(right, here, now)).isPositive();
    }

    @Test
    void successForgives() {
        fail("ada", here, FREE);
        assertThat(enter("ada", here)).isPositive();
        throttle.succeeded(new BasicCredentials("ada", "right"), here, now);
        for (int i = 0; i < FREE; i++) {
            assertThat(attempt("ada", here)).isZero();
        }
        assertThat(enter("ada", here)).isPositive();
    }

    @Test
    void successForgivesOnlyTheUserWhereItCameFrom() {
        fail("ada", here, FREE);
        fail("ada", there, FREE);
        fail("bob", here, FREE);
        throttle.succeeded(new BasicCredentials("ada", "right"), here, now);
        assertThat(enter("ada", there)).isPositive();
        assertThat(enter("bob", here)).isPositive();
    }

    @Test
    void credentialsThatWereRightLongAgoWaitAsOthersDo() {
        var right = new BasicCredentials("ada", "right");
        throttle.succeeded(right, here, now);
        now += REMEMBERED.toNanos() - 1;
        fail("ada", here, FREE);
        assertThat(throttle.enter(right, here, now)).isZero();
        now += 1;
        assertThat(throttle.enter(right, here, now)).isPositive();
    }

    @Test
    void timeForgives() {
        fail("ada", here, FREE);
        now += 2 * LONGEST.toNanos() + 1;
        assertThat(attempt("ada", here)).isZero();
        assertThat(enter("ada", here)).isZero();
    }

    @Test
    void onePasswordForManyUsersIsSlowedByTheAddress() {
        for (int i = 0; i < FREE_PER_ADDRESS; i++) {
            assertThat(attempt("user" + i, here)).isZero();
        }
        assertThat(enter("another", here)).isPositive();
        assertThat(enter("another", there)).isZero();
    }

    @Test
    void aNetworkOfVersionSixIsOneAddress() {
        fail("ada", address("2001:db8::1"), FREE);
        assertThat(enter("ada", address("2001:db8::ffff:2"))).isPositive();
        assertThat(enter("ada", address("2001:db8:0:1::1"))).isZero();
    }

    private Duration attempt(String user, InetAddress address) {
        Duration wait = enter(user, address);
        fail(user, address, 1);
        return wait;
    }

    private Duration enter(String user, InetAddress address) {
        return throttle.enter(new BasicCredentials(user, "wrong"), address, now);
    }

    private void fail(String user, InetAddress address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(new BasicCredentials(user, "wrong"), address, now);
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
