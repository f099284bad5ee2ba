/// The command line: picocli commands, exit codes, one-line errors. Commands run on the main
/// thread. Sees client, lan, settings and model; what needs more is asked of {@code Launcher},
/// which app implements.
@NullMarked
package dev.hearth.cli;

import org.jspecify.annotations.NullMarked;
