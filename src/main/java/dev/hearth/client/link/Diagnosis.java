package dev.hearth.client.link;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Why a chat could not be joined, in a sentence that says what is wrong and what to try.
///
/// @param wantsWebSocket whether it would work without polling
/// @param leadsTo the server to which this one sends everyone
public record Diagnosis(
        ErrorCode code, String sentence, boolean wantsWebSocket, Optional<URI> leadsTo) {
    /// The opening packet of Engine.IO 3, which frames it with its length.
    private static final Pattern ENGINE_3 = Pattern.compile("^\\d+:0\\{.*", Pattern.DOTALL);

    /// What the system says in an exception that else means a refused connection.
    private static final Pattern UNREACHABLE = Pattern.compile("timed out|unreachable|no route");

    /// Why a server does not want this client; most say just that.
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\{\"code\":4,\"message\":\"([^\"\\\\]{1,300})\"}");

    private static final String UNSUPPORTED_PROTOCOL = "\"code\":5";
    private static final String UNKNOWN_TRANSPORT = "\"code\":0,\"message\":\"Transport unknown\"";

    private Diagnosis(ErrorCode code, String sentence) {
        this(code, sentence, false, Optional.empty());
    }

    /// What an exception of the connection says by itself; empty when the server has to be asked.
    public static Optional<Diagnosis> of(URI server, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Diagnosis found = ofOne(server, cause);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Diagnosis ofOne(URI server, Throwable cause) {
        return switch (cause) {
            case UnknownHostException _ ->
                    new Diagnosis(
                            ErrorCode.UNKNOWN_HOST,
                            "There is no computer called “"
                                    + Endpoint.of(server).host()
                                    + "”. Check the spelling, or use its IP address.");
            case NoRouteToHostException _ -> noAnswer(server);
            case ConnectException e
                    when UNREACHABLE.matcher(String.valueOf(e.getMessage())).find() ->
                    noAnswer(server);
            // okhttp wraps the one that says why.
            case ConnectException e when e.getCause() != null -> null;
            case ConnectException _ ->
                    new Diagnosis(
                            ErrorCode.CONNECTION_REFUSED,
                            "Nothing is listening at "
                                    + JoinRequest.place(server)
                                    + ". Check the port, and that the chat is running.");
            case SocketTimeoutException _ -> noAnswer(server);
            case SSLException e -> insecure(server, e);
            default -> null;
        };
    }

    /// Plain HTTP is an answer only where there is no TLS: where a certificate is not trusted, it
    /// would be worse.
    private static Diagnosis insecure(URI server, SSLException failure) {
        String sentence;
        if (failure instanceof SSLPeerUnverifiedException) {
            sentence = " shows the certificate of another name. Use the name that it is made for.";
        } else if (hasCause(failure, CertificateExpiredException.class)) {
            sentence =
                    " shows a certificate that has expired. Ask its owner to renew it, and check the"
                            + " clock of this computer.";
        } else if (hasCause(failure, GeneralSecurityException.class)) {
            sentence =
                    " shows a certificate that this computer does not trust: its owner made it, or a"
                            + " private authority. Ask for one that is publicly trusted.";
        } else {
            sentence = " does not offer a secure connection. Try http:// instead of https://.";
        }
        return new Diagnosis(ErrorCode.NOT_SOCKET_IO, JoinRequest.place(server) + sentence);
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    public static Diagnosis noAnswer(URI server) {
        return new Diagnosis(
                ErrorCode.NO_ANSWER,
                JoinRequest.place(server)
                        + " does not answer. Check the address, and that no firewall blocks port "
                        + Endpoint.of(server).port()
                        + ".");
    }

    public static Diagnosis tooOld(URI server) {
        return new Diagnosis(
                ErrorCode.OLD_SOCKET_IO,
                JoinRequest.place(server)
                        + " speaks Socket.IO 2 only, which Hearth cannot join. Ask its owner to"
                        + " update it to Socket.IO 3 or newer.");
    }

    public static Diagnosis rejected(JoinRequest request, String message) {
        boolean mayWantName =
                request.name().isEmpty() && message.toLowerCase(Locale.ROOT).contains("name");
        return new Diagnosis(
                ErrorCode.REFUSED,
                request.place()
                        + " refused the connection"
                        + (message.isBlank() ? "." : ": " + message.strip())
                        + (mayWantName ? " (Say who you are with --name.)" : ""));
    }

    /// A Socket.IO server that speaks none of the dialects.
    public static Diagnosis otherLanguage(URI server) {
        return new Diagnosis(
                ErrorCode.REFUSED,
                JoinRequest.place(server)
                        + " is a Socket.IO server, but no chat that Hearth can join.");
    }

    /// A Socket.IO server that shows which events it speaks, and they are those of no dialect.
    ///
    /// @param names what it shows, in sentences
    /// @param nearest the word of the dialect that is nearest
    public static Diagnosis unrecognised(URI server, String names, Optional<String> nearest) {
        return new Diagnosis(
                ErrorCode.UNRECOGNISED,
                JoinRequest.place(server)
                        + " speaks events that are not recognised; nothing was sent to it. "
                        + names
                        + nearest.map(word -> " Nearest is the dialect “" + word + "”.").orElse("")
                        + " Choose it under “Dialect”, or with --dialect.");
    }

    private static Diagnosis notSocketIo(URI server, int status) {
        return new Diagnosis(
                ErrorCode.NOT_SOCKET_IO,
                JoinRequest.place(server)
                        + " answers, but not as a Socket.IO chat (HTTP "
                        + status
                        + "). Check the address and the port.");
    }

    /// A Hearth host said goodbye.
    public static final String ENDED = "The host has ended this chat.";

    /// Why an open connection ended, in words.
    public static String cut(String reason) {
        return switch (reason) {
            case "io server disconnect" -> "The chat was ended, or you were put out of it.";
            case LinkEnd.TOO_MUCH -> "The server sent more at once than a chat does.";
            case "ping timeout" -> "The server stopped answering.";
            default -> "The connection was lost.";
        };
    }

    /// [#probe] on a thread of its own.
    ///
    /// @param then gets what was found, on that thread
    public static void ask(URI server, Duration limit, Consumer<Diagnosis> then) {
        Thread.ofPlatform()
                .daemon()
                .name("hearth diagnosis")
                .start(() -> then.accept(probe(server, limit)));
    }

    /// Asks the server what it is. Blocks for about `limit` at most, unless a name takes longer to
    /// be looked up.
    static Diagnosis probe(URI server, Duration limit) {
        LinkHttp http = new LinkHttp(server);
        OkHttpClient client =
                http.client()
                        .newBuilder()
                        .callTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                        .build();
        Request question =
                new Request.Builder()
                        .url(Endpoint.of(server).url("/socket.io/?EIO=4&transport=polling"))
                        .build();
        try (Response answer = client.newCall(question).execute()) {
            Optional<Redirect> redirect = Redirect.in(answer);
            return redirect.isPresent()
                    ? leadsElsewhere(server, redirect.get())
                    : ofAnswer(server, answer.code(), answer.peekBody(4_096).string());
        } catch (IOException e) {
            return of(server, e).orElseGet(() -> noAnswer(server));
        } finally {
            http.close();
        }
    }

    private static Diagnosis leadsElsewhere(URI server, Redirect redirect) {
        return new Diagnosis(
                ErrorCode.NOT_SOCKET_IO,
                JoinRequest.place(server)
                        + " leads to "
                        + redirect.where()
                        + ". Join the chat at its own address.",
                false,
                redirect.server());
    }

    private static Diagnosis ofAnswer(URI server, int status, String body) {
        if (ENGINE_3.matcher(body).matches() || body.contains(UNSUPPORTED_PROTOCOL)) {
            return tooOld(server);
        }
        if (body.contains(UNKNOWN_TRANSPORT)) {
            return new Diagnosis(
                    ErrorCode.REFUSED,
                    JoinRequest.place(server) + " takes WebSocket connections only.",
                    true,
                    Optional.empty());
        }
        if (body.startsWith("0{")) {
            return new Diagnosis(
                    ErrorCode.NO_ANSWER,
                    JoinRequest.place(server)
                            + " is a Socket.IO server, but did not let this chat in within time."
                            + " Try again.");
        }
        Matcher forbidden = FORBIDDEN.matcher(body);
        return forbidden.matches()
                ? new Diagnosis(
                        ErrorCode.REFUSED,
                        JoinRequest.place(server)
                                + " refused the connection: "
                                + SafeText.line(forbidden.group(1)))
                : notSocketIo(server, status);
    }
}
