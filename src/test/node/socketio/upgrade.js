// node upgrade.js URL COUNT CLIENTS: clients that start by polling and are upgraded while numbers
// stream both ways; each number has to arrive once and in order.
import { io } from "socket.io-client";

const [url, count, clients] = [process.argv[2], ...process.argv.slice(3).map(Number)];

function fail(message) {
  console.error(message);
  process.exit(1);
}

function play() {
  return new Promise((resolve) => {
    const socket = io(url, { forceNew: true, reconnection: false });
    let next = 0;
    let sent = 0;
    const done = () => {
      if (next === count && sent > count) {
        const end = socket.io.engine.transport.name;
        if (end !== "websocket") fail(`it stayed with ${end}`);
        socket.disconnect();
        resolve();
      }
    };
    const send = () => {
      if (sent < count) {
        socket.emit("up", sent++);
        setImmediate(send);
      } else {
        socket.emit("upEnd", (seen) => {
          if (seen !== count) fail(`the server saw ${seen} of ${count} in order`);
          sent++;
          done();
        });
      }
    };
    socket.on("connect", () => {
      send();
    });
    socket.on("numbered", (n) => {
      if (n !== next) fail(`expected ${next}, got ${n} by ${socket.io.engine.transport.name}`);
      next++;
      done();
    });
    socket.on("connect_error", (e) => fail("connect_error " + e));
    socket.on("disconnect", (reason) => {
      if (reason !== "io client disconnect") fail("disconnect " + reason);
    });
  });
}

setTimeout(() => fail("timeout"), 40_000).unref();
await Promise.all(Array.from({ length: clients }, play));
console.log("ok");
