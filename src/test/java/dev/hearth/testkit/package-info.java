/// What tests share: real Node programs as servers and clients.
@NullMarked
package dev.hearth.testkit;

import org.jspecify.annotations.NullMarked;
