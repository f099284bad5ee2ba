/// The rules of a hosted chat. One thread, the host loop, owns rooms and people; it takes commands
/// from a bounded queue and knows no socket. Depends on store and model.
@NullMarked
package dev.hearth.host;

import org.jspecify.annotations.NullMarked;
