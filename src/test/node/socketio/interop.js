// node interop.js URL MODULE TRANSPORTS: one real client against the echo server of InteropTest.
// Every text goes up with an acknowledgement and comes back as an event; both must be equal.
import { createRequire } from "node:module";

const [url, module, transports] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const loaded = require(module);
const io = loaded.io ?? loaded;

const options = { forceNew: true, reconnection: false };
if (transports !== "default") {
  options.transports = transports.split(",");
}
const socket = io(url, options);

function fail(message) {
  console.error(message);
  process.exit(1);
}

const unit = 'a"\\\n\r\t\u2028\u2029 é 漢字 🔥👩‍👩‍👧‍👦 </script> \u0000\u007f ';
function text(bytes) {
  let text = "";
  let size = 0;
  for (let i = 0; size < bytes; i++) {
    const c = [...unit][i % [...unit].length];
    size += Buffer.byteLength(c);
    text += c;
  }
  return text;
}
// Larger texts by repeating one, or building them takes longer than sending them.
function large(bytes) {
  const part = text(4096);
  return part.repeat(Math.floor(bytes / Buffer.byteLength(part)));
}

const texts = ["", "x", "🔥", "\u2028", text(16), text(1000), text(8000), large(100_000), large(700_000)];

function roundTrip(value) {
  return new Promise((resolve) => {
    let acked;
    socket.once("echo", (back) => {
      if (acked === undefined) fail("the event overtook the acknowledgement");
      resolve([acked, back]);
    });
    socket.emit("echo", value, (ack) => {
      acked = ack;
    });
  });
}

async function play() {
  for (const value of texts) {
    const [acked, back] = await roundTrip(value);
    if (acked !== value || back !== value) {
      fail(`a text of ${value.length} characters did not survive`);
    }
  }
  const tree = { n: [1, -2, 3.5, 1e21, null, true], o: { "ключ": "値" }, e: [], s: {} };
  const [, back] = await roundTrip(tree);
  if (JSON.stringify(back) !== JSON.stringify(tree)) fail("a tree did not survive");

  const bytes = Buffer.from([0, 1, 2, 255, 0x1e, 4]);
  const [, binary] = await roundTrip({ a: bytes, b: [bytes] });
  if (!Buffer.from(binary.a).equals(bytes) || !Buffer.from(binary.b[0]).equals(bytes)) {
    fail("bytes did not survive");
  }

  await burst(2000);
  if (transports === "default" && socket.io.engine.transport.name !== "websocket") {
    fail("it was not upgraded");
  }
  console.log("ok");
  socket.disconnect();
}

function burst(count) {
  return new Promise((resolve) => {
    let next = 0;
    socket.on("numbered", (n) => {
      if (n !== next) fail(`expected ${next}, got ${n}`);
      if (++next === count) resolve();
    });
    socket.emit("burst", count);
  });
}

socket.on("connect_error", (e) => fail("connect_error " + e));
socket.on("disconnect", (reason) => {
  if (reason !== "io client disconnect") fail("disconnect " + reason);
});
socket.on("connect", () => play().catch((e) => fail(e.stack)));
setTimeout(() => fail("timeout"), 25_000).unref();
