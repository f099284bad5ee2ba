// node kick.js URL LIBRARY TRANSPORTS: a client that is put out hears what was sent before, and of
// its end once, with the right reason.
import { createRequire } from "node:module";

const [url, name, transports] = process.argv.slice(2);
const library = createRequire(import.meta.url)(name);
const io = library.io ?? library;

const socket = io(url, { forceNew: true, transports: [transports], reconnectionDelay: 50 });
const seen = [];
socket.on("connect", () => {
  seen.push("connect");
  socket.emit("kick");
});
socket.on("last", () => seen.push("last"));
socket.on("disconnect", (reason) => {
  seen.push(reason);
  // Long enough for a second one, or for a reconnection that must not be.
  setTimeout(() => {
    console.log(seen.join(", "));
    process.exit(0);
  }, 500);
});
setTimeout(() => process.exit(1), 20_000).unref();
