// Several clients of step 8 of the tutorial, each on a connection of its own:
// node crowd.js URL NAME EACH PAUSE [URL NAME EACH PAUSE …] writes EACH texts `NAME n` per client, about PAUSE ms apart and each
// again until it is acknowledged. Prints `heard NAME TEXT`, `done NAME`; ends with its input.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';

function client(url, name, each, pause) {
  const auth = { serverOffset: 0 };
  const socket = io(url, {
    auth, forceNew: true, ackTimeout: 2000, retries: 1_000_000, reconnectionDelay: 100, reconnectionDelayMax: 300,
    timeout: 3000,
  });
  socket.on('chat message', (text, offset) => {
    auth.serverOffset = offset;
    console.log(`heard ${name} ${text}`);
  });
  const write = (n) => {
    if (n > each) {
      console.log(`done ${name}`);
      return;
    }
    socket.emit('chat message', `${name} ${n}`, randomUUID(), (failure) => {
      if (failure) {
        console.log(`failed ${name} ${n}`);
      }
      setTimeout(() => write(failure ? n : n + 1), pause * 2 * Math.random());
    });
  };
  write(1);
}

const rest = process.argv.slice(2);
while (rest.length > 0) {
  const [url, name, each, pause] = rest.splice(0, 4);
  client(url, name, Number(each), Number(pause));
}
createInterface({ input: process.stdin }).on('close', () => process.exit(0));
