package dev.hearth.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A client of server-sent events, as the HTML standard says that they are read. Thread-safe.
final class EventReader implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// @param name `message` where the host gives none
    record Event(String name, String id, JsonNode data) {
        String text() {
            return data.path("text").asText();
        }
    }

    private final HttpResponse<InputStream> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private EventReader(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    /// Asks and reads nothing of the answer but its head.
    ///
    /// @param headers names and values
    static EventReader ask(int port, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new EventReader(
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Asks, and reads from now on.
    static EventReader open(int port, String path, String... headers) {
        EventReader reader = ask(port, path, headers);
        reader.start();
        return reader;
    }

    void start() {
        Thread.ofPlatform().daemon().name("events").start(this::read);
    }

    private void read() {
        String name = "message";
        String id = "";
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(name, id, WireClient.tree(data.toString())));
                    }
                    name = "message";
                    data.setLength(0);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
        } catch (IOException e) {
            ended = true; // by whomever
        }
        ended = true;
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /// The code of the error that was answered.
    String code() {
        try (InputStream body = answer.body()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return WireClient.tree(text).at("/error/code").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What came but for the first, which says where the stream begins.
    List<Event> events() {
        List<Event> all = List.copyOf(events);
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    List<String> texts() {
        return events().stream().map(Event::text).toList();
    }

    /// What `Last-Event-ID` a browser would say; empty before the first event.
    String lastId() {
        List<Event> all = List.copyOf(events);
        return all.isEmpty() ? "" : all.getLast().id();
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
