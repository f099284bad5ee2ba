package dev.hearth.app;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.CommandCodec;
import dev.hearth.protocol.Enter;
import dev.hearth.protocol.Events;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.json.JSONObject;

/// Somebody whose program has no manners: it asks for what it has asked for before, again and
/// several times at once, over whatever connection it has. The same request has to get the same
/// answer for ever. Thread-safe.
final class Repeater implements AutoCloseable {
    private final Map<Command, Accepted> done = new HashMap<>();
    private final List<Command> asked = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Socket socket;
    private Optional<String> token = Optional.empty();
    private boolean in;
    private int repeated;
    private int open;

    Repeater(URI host) {
        socket = connect(host);
    }

    private Socket connect(URI host) {
        IO.Options options =
                IO.Options.builder()
                        .setAuth(Map.of("v", "1"))
                        .setForceNew(true)
                        .setReconnection(false)
                        .build();
        Socket fresh = IO.socket(host.resolve(Events.NAMESPACE), options);
        fresh.on(Events.HELLO, _ -> enter(fresh));
        fresh.on(Events.WELCOME, arguments -> welcome((JSONObject) arguments[0]));
        fresh.connect();
        return fresh;
    }

    private synchronized void enter(Socket on) {
        Enter enter = new Enter(Optional.of("Repeater"), false, token, Optional.empty(), Map.of());
        on.emit(Events.ENTER, new JSONObject(enter.toMap()));
    }

    private synchronized void welcome(JSONObject welcome) {
        token = Optional.of(welcome.getString("token"));
        in = true;
    }

    synchronized boolean isIn() {
        return in;
    }

    /// Goes on at another address of the same host.
    synchronized void move(URI host) {
        in = false;
        open = 0;
        socket.close();
        socket = connect(host);
    }

    /// Asks for `fresh`, or for something that was asked for before.
    synchronized void ask(Command fresh, RandomGenerator random) {
        if (!in) {
            return;
        }
        Command command = fresh;
        if (!asked.isEmpty() && random.nextBoolean()) {
            command = asked.get(random.nextInt(asked.size()));
            repeated++;
        } else {
            asked.add(fresh);
        }
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            emit(command);
        }
    }

    private void emit(Command command) {
        Socket on = socket;
        Ack ack = answer -> answered(on, command, (JSONObject) answer[0]);
        open++;
        socket.emit(CommandCodec.event(command), new JSONObject(CommandCodec.fields(command)), ack);
    }

    /// Whether nothing that was asked on this connection is without an answer.
    synchronized boolean isAnswered() {
        return open == 0;
    }

    private synchronized void answered(Socket on, Command command, JSONObject answer) {
        if (on.equals(socket)) {
            open--;
        }
        Optional<Accepted> accepted =
                Answers.ok(List.of(answer.toMap())).flatMap(Answers::readAccepted);
        Accepted before = done.get(command);
        if (before != null && !accepted.equals(Optional.of(before))) {
            faults.add(command + " was answered " + before + " and then " + answer);
        }
        accepted.ifPresent(it -> done.put(command, it));
    }

    synchronized int repeated() {
        return repeated;
    }

    /// What was accepted, which the log has to hold once.
    synchronized Map<Command, Accepted> done() {
        return Map.copyOf(done);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public synchronized void close() {
        socket.close();
    }
}
