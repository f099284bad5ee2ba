package dev.hearth.app;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.settings.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// What the window does without the window, in a process that can be killed: joins `URL` as `NAME`
/// with what is kept in `DATA`, and sends each line of its input. Prints `online`, `offline`, and
/// of own messages `added TEXT`, `delivered TEXT`, `failed TEXT`.
final class WindowlessClient {
    private WindowlessClient() {}

    public static void main(String[] arguments) throws IOException {
        URI server = URI.create(arguments[0]);
        KeptChats kept = new KeptChats(DataFolder.open(Optional.of(Path.of(arguments[2]))));
        SocketIoConnector connector = new SocketIoConnector(InstantSource.system(), kept);
        try (Chat chat =
                        connector.join(
                                new JoinRequest(server, arguments[1]), WindowlessClient::heard);
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                chat.room(RoomId.LOBBY).send(line);
            }
        }
    }

    private static void heard(Event event) {
        switch (event) {
            case Event.MessageAdded(Message message) when message.own() -> {
                System.out.println("added " + message.text());
                tell(message);
            }
            case Event.MessageChanged(Message message) when message.own() -> tell(message);
            case Event.ConnectionChanged(ConnectionState.Online _) -> System.out.println("online");
            case Event.ConnectionChanged(ConnectionState.Offline _) ->
                    System.out.println("offline");
            case Event _ -> {}
        }
    }

    private static void tell(Message message) {
        switch (message.delivery()) {
            case dev.hearth.model.Delivery.Delivered _ ->
                    System.out.println("delivered " + message.text());
            case dev.hearth.model.Delivery.Failed _ ->
                    System.out.println("failed " + message.text());
            case dev.hearth.model.Delivery.Sending _, dev.hearth.model.Delivery.NotConfirmed _ -> {}
        }
    }
}
