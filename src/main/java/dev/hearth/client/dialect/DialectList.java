package dev.hearth.client.dialect;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.replica.ReplicaWriter;
import java.util.List;

/// Which dialects a chat can speak.
public interface DialectList {
    /// Every dialect of this program. `/hearth` comes before `/`, which almost every server has.
    DialectList ALL =
            (request, context, writer) ->
                    List.of(
                            new HearthDialect(request, context, writer),
                            new PlainDialect(request, context, writer));

    /// Makes the dialects of one chat, in the order in which they are tried; at least one.
    List<Dialect> of(JoinRequest request, DialectContext context, ReplicaWriter writer);
}
