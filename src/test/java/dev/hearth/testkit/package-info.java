/// What tests share: real hosts, and real Node programs as servers and clients.
@NullMarked
package dev.hearth.testkit;

import org.jspecify.annotations.NullMarked;
