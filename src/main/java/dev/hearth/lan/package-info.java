/// Addresses: what a person types, and where this computer can be reached. Stateless; any thread.
@NullMarked
package dev.hearth.lan;

import org.jspecify.annotations.NullMarked;
