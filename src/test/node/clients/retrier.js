// Step 8 of the tutorial without end: writes numbered texts one after the other, each again until it is acknowledged.
// node retrier.js URL. Prints `acked N` and `heard TEXT`; a line on its input stops the writing, and `done` is printed.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';

const auth = { serverOffset: 0 };
const socket = io(process.argv[2], {
  auth, ackTimeout: 2000, retries: 1_000_000, reconnectionDelay: 100, reconnectionDelayMax: 300,
});
let writing = true;

socket.on('chat message', (text, offset) => {
  auth.serverOffset = offset;
  console.log(`heard ${text}`);
});

function write(n) {
  if (!writing) {
    console.log('done');
    return;
  }
  socket.emit('chat message', `js ${n}`, randomUUID(), (failure) => {
    if (failure) {
      console.log(`failed ${n}`);
    } else {
      console.log(`acked ${n}`);
      write(n + 1);
    }
  });
}
write(1);

createInterface({ input: process.stdin })
  .on('line', () => { writing = false; })
  .on('close', () => process.exit(0));
