package dev.hearth.ui.notices;

import dev.hearth.model.Message;

/// A message of somebody else that has just been said.
///
/// @param calls whether it calls the person by name, or one does that came together with it
public record Arrival(Message message, boolean calls) {
    Arrival after(Arrival earlier) {
        return new Arrival(message, calls || earlier.calls);
    }
}
