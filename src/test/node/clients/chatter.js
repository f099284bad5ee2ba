// A client of the official library, driven by lines: node chatter.js PACKAGE URL TRANSPORTS [AUTH]
//   PACKAGE     socket.io-client, socket.io-client-3 or socket.io-client-2
//   URL         ends with a namespace, or with a slash where a proxy has the chat below a path
//   TRANSPORTS  default, polling or websocket
//   AUTH        JSON for the CONNECT packet
// Reads: `say [arguments]` emits "chat message", `ask [arguments]` the same and wants an acknowledgement,
// `emit ["event", arguments…]`, `bye` leaves. Prints: `connected TRANSPORT`, `upgraded`, `heard [arguments]`,
// `acked [arguments]`, `refused MESSAGE`, `disconnected REASON`. Everything is JSON, in one line.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [name, url, transports = 'default', auth = 'null'] = process.argv.slice(2);
const library = createRequire(import.meta.url)(name);
const io = library.io ?? library;

const json = (value) => JSON.stringify(value).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
const print = (word, value) => process.stdout.write(value === undefined ? `${word}\n` : `${word} ${json(value)}\n`);

const at = new URL(url);
const below = at.pathname.length > 1 && at.pathname.endsWith('/');
const socket = io(below ? at.origin : url, {
  ...(below ? { path: `${at.pathname}socket.io` } : {}),
  auth: JSON.parse(auth) ?? undefined,
  forceNew: true,
  reconnectionDelay: 200,
  ...(transports === 'default' ? {} : { transports: [transports] }),
});
socket.io.on('open', () => socket.io.engine.once('upgrade', () => print('upgraded')));
socket.on('connect', () => print('connected', socket.io.engine.transport.name));
socket.on('connect_error', (error) => print('refused', error.message));
socket.on('disconnect', (reason) => print('disconnected', reason));
socket.on('chat message', (...args) => print('heard', args));

createInterface({ input: process.stdin }).on('line', (line) => {
  const space = line.indexOf(' ');
  const [word, args] = space < 0 ? [line, []] : [line.slice(0, space), JSON.parse(line.slice(space + 1))];
  switch (word) {
    case 'say':
      socket.emit('chat message', ...args);
      break;
    case 'ask':
      socket.emit('chat message', ...args, (...answer) => print('acked', answer));
      break;
    case 'emit':
      socket.emit(...args, (...answer) => print('acked', answer));
      break;
    case 'bye':
      socket.close();
      process.exit(0);
  }
}).on('close', () => process.exit(0));
