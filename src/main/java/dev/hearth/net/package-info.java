/// Chats on the networks of this computer: announced by their hosts, found by everybody else
/// ([dev.hearth.net.Neighbourhood]). What is found is what strangers say: bounded, made safe to
/// show, and never joined unasked. Any thread; nothing waits for the network but an announcement
/// that is taken back.
@NullMarked
package dev.hearth.net;

import org.jspecify.annotations.NullMarked;
