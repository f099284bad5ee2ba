/// The rules of a hosted chat. [ChatHost] is what others see; one thread, [HostLoop], owns rooms
/// and people, takes commands from a bounded queue, decides them ([Decisions], with [Form],
/// [MessageRules], [RoomRules] and [Ranks]), commits them ([Commits], [Turn]) and makes them known.
/// Knows no socket. Depends on store and model.
@NullMarked
package dev.hearth.host;

import org.jspecify.annotations.NullMarked;
