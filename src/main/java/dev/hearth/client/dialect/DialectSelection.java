package dev.hearth.client.dialect;

import dev.hearth.client.JoinRequest;
import java.util.List;

/// Which dialects are tried, as the person wants it.
public interface DialectSelection {
    /// Those of the list, as they are.
    DialectSelection ALL = (all, _, _) -> all;

    /// @param all what the list made
    /// @return at least one
    List<Dialect> among(List<Dialect> all, JoinRequest request, DialectContext context);
}
