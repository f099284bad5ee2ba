package dev.hearth.client.link;

import java.util.Map;

/// What a [Link] says to be let into a namespace. Immutable.
///
/// @param auth what CONNECT carries
/// @param query what the address carries for the server to see before CONNECT; may be empty
public record Opening(String namespace, Map<String, Object> auth, String query) {
    public Opening {
        auth = Map.copyOf(auth);
    }
}
