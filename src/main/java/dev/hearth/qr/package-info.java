/// QR codes, for windows and terminals. Stateless; any thread; knows neither.
@NullMarked
package dev.hearth.qr;

import org.jspecify.annotations.NullMarked;
