package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.gateway.Pages.Page;
import dev.hearth.gateway.Pages.Place;
import dev.hearth.host.HostListener;
import dev.hearth.host.HostState;
import dev.hearth.host.People.Entrance;
import dev.hearth.host.Submission;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.HearthException;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.socketio.OutboundEvent;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of the log that are read while it changes.
final class PagesTest {
    private static final Place START = new Place(RoomId.LOBBY, 0, false);

    private final OpenHouse house;
    private final Pages pages;

    PagesTest(@TempDir Path folder) {
        house = new OpenHouse(folder);
        pages = new Pages(house.host);
        house.host.listen(
                new HostListener() {
                    @Override
                    public void committed(HostState state, List<Entry> entries) {
                        entries.forEach(pages::committed);
                    }
                });
    }

    @AfterEach
    void close() {
        pages.close();
        house.close();
    }

    private static final class Reader implements Pages.Waiting {
        final CompletableFuture<Page> page = new CompletableFuture<>();

        @Override
        public void arrived(HostState state, Page arrived) {
            page.complete(arrived);
        }

        @Override
        public void failed(HearthException why) {
            page.completeExceptionally(why);
        }

        String texts() {
            StringBuilder texts = new StringBuilder();
            for (EntryFrames each : page.join().lines()) {
                OutboundEvent frame = each.forReader(ReaderKind.HEARTH, (_, _) -> false);
                texts.append(frame == null ? "" : frame.arguments()).append('\n');
            }
            return texts.toString();
        }
    }

    /// The page has been read, and waits for the loop behind the deletion.
    @Test
    void whatIsDeletedWhileItsPageIsOnTheWayIsNotSent() throws InterruptedException {
        Person ann =
                house.host
                        .call(
                                state ->
                                        state.people()
                                                .enter(
                                                        new Entrance(
                                                                Optional.of("Ann"),
                                                                false,
                                                                Optional.empty())))
                        .join()
                        .person();
        post(ann, "m-1", "secret");
        post(ann, "m-2", "kept");
        CountDownLatch asked = new CountDownLatch(1);
        Reader reader = new Reader();
        CompletableFuture<Boolean> step =
                house.host.call(
                        state -> {
                            awaitQuietly(asked);
                            pages.read(state, START, reader);
                            Patience.await().until(PagesTest::isPageRead);
                            return true;
                        });
        var deletion =
                house.host.submit(
                        ann,
                        Submission.of(
                                new DeleteMessage(
                                        new EntryId("d-1"), Optional.empty(), new EntryId("m-1"))),
                        Duration.ofSeconds(5));
        asked.countDown();
        step.join();
        deletion.join();
        assertThat(reader.texts()).contains("kept", "deleted").doesNotContain("secret");
    }

    private void post(Person person, String id, String text) {
        house.host
                .submit(
                        person,
                        Submission.of(new PostMessage(new EntryId(id), RoomId.LOBBY, text)),
                        Duration.ofSeconds(5))
                .join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The thread that reads has done so and waits for more to do.
    private static boolean isPageRead() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().startsWith("hearth-pages"))
                .anyMatch(
                        each ->
                                List.of(each.getValue()).stream()
                                        .anyMatch(
                                                frame -> frame.getMethodName().equals("getTask")));
    }

    @Test
    void thoseAtTheSamePlaceShareAPage() {
        try (WireClient ann = house.enter("Ann")) {
            ok(ann.askNow("chat message", message("#lobby", "x")));
        }
        List<Reader> readers = new ArrayList<>();
        house.host
                .call(
                        state -> {
                            for (int n = 0; n < 10; n++) {
                                Reader reader = new Reader();
                                readers.add(reader);
                                pages.read(state, START, reader);
                            }
                            return true;
                        })
                .join();
        Page first = readers.getFirst().page.join();
        readers.forEach(each -> assertThat(each.page.join()).isSameAs(first));
        Reader late = new Reader();
        house.host.run(state -> pages.read(state, START, late));
        assertThat(late.page.join()).isSameAs(first);
    }
}
