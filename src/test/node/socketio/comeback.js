// node comeback.js URL LIBRARY TRANSPORTS: stays connected, with the library's own defaults, and
// comes back by itself. Ends when its input does.
import { createRequire } from "node:module";

const [url, name, transports] = process.argv.slice(2);
const library = createRequire(import.meta.url)(name);
const io = library.io ?? library;

io(url, { forceNew: true, transports: transports.split("+") });
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
setTimeout(() => process.exit(1), 60_000).unref();
