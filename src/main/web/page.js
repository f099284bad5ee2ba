// The plain page: chats on "/" like any page of the Socket.IO tutorial, and uses what a Hearth host adds to it (who wrote
// what, and when). What is written while the connection is away goes out when it is back, and never twice: each text has
// an id of its own, and the host takes an id once.

const $ = (id) => document.getElementById(id);
const NAME = 'hearth.name';
const KEY = 'hearth.key';
const ACK_WAIT = 10_000;
const GROUP_MS = 5 * 60_000;

const shown = new Map(); // id -> {item, meta}
const outbox = []; // {id, text}, oldest first; the first one may be on its way
let sending = false;
let me = { id: '', name: '' };
let last = { author: '', at: 0, day: '' };
let unseen = 0;
let ended = false; // the host said goodbye

const remembered = (store, key, make) => {
  try {
    return store.getItem(key) ?? make?.(store) ?? '';
  } catch {
    return make?.({ setItem() {} }) ?? ''; // storage may be forbidden; the chat works without
  }
};
const newId = () => {
  // randomUUID needs https or localhost; a chat on a home network has neither.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
};
const makeKey = (store) => {
  const key = newId();
  store.setItem(KEY, key);
  return key;
};

const auth = {
  hearth: 1,
  serverOffset: 0,
  name: remembered(localStorage, NAME),
  key: remembered(localStorage, KEY, makeKey),
};
const socket = io({ auth, autoConnect: false });

// --- connection ---------------------------------------------------------------------------------------------------

const say = (text, bad = false) => {
  $('state').textContent = text;
  $('state').classList.toggle('bad', bad);
};
socket.on('connect', () => {
  ended = false;
  say('Online');
  flush();
});
socket.on('bye', () => { ended = true; });
socket.on('disconnect', () => {
  say(ended ? 'The host has ended this chat. It goes on here if it opens again.' : 'The connection is lost. Trying again…', true);
});
socket.io.on('reconnect_attempt', () => !ended && say('Connecting again…', true));
socket.on('connect_error', (error) => {
  if (!ended) {
    say(socket.active ? 'The host does not answer. Trying again…' : `The host refused: ${error.message}`, true);
  }
});
socket.on('hearth', ({ host, you }) => {
  me = you;
  $('chat').textContent = host.name;
  document.title = host.name;
  $('rename').textContent = you.name;
  $('rename').title = 'Change your name';
  $('rename').hidden = false;
});

// --- sending --------------------------------------------------------------------------------------------------------

function send(text) {
  const id = newId();
  outbox.push({ id, text });
  add({ id, text, own: true, name: me.name, author: me.id, at: Date.now(), state: 'Sending…' });
  flush();
}

function flush() {
  if (sending || outbox.length === 0 || !socket.connected) {
    return;
  }
  sending = true;
  const { id, text } = outbox[0];
  socket.timeout(ACK_WAIT).emit('chat message', text, id, (failure, answer) => {
    sending = false;
    if (failure) {
      setTimeout(flush, 1000); // not acknowledged: the same id again, now or when the connection is back
      return;
    }
    outbox.shift();
    settle(id, answer?.error ? `Not sent: ${answer.error.message}` : '✓', Boolean(answer?.error));
    flush();
  });
}

// --- receiving ------------------------------------------------------------------------------------------------------

socket.on('chat message', (text, offset, details) => {
  if (typeof offset === 'number') {
    auth.serverOffset = Math.max(auth.serverOffset, offset);
  }
  const id = details?.id ?? newId();
  if (shown.has(id)) {
    settle(id, '✓', false);
    return;
  }
  const from = details?.from ?? { id: '', name: '' };
  const own = from.id !== '' && from.id === me.id;
  add({ id, text: String(text), own, name: from.name, author: from.id, at: details?.at ?? Date.now(), state: own ? '✓' : '' });
});

// --- timeline -------------------------------------------------------------------------------------------------------

// What would drive or turn the text around it is shown as an escape, and marks do not pile up (as SafeText.java does it).
const safe = (text) => text
  .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
  .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  .replace(/([\p{Mn}\p{Me}]{5})[\p{Mn}\p{Me}]+/gu, '$1');

const element = (tag, className, text = '') => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = safe(text);
  return made;
};

// The colour of a name, the same as in the app (Avatar.java): the hash of a Java string, 31 * h + c over the UTF-16 units
// of the trimmed name in lower case, mixed as MurmurHash3 ends, and of that the upper four bits.
const COLOURS = ['#d53b4a', '#3b6605', '#0a7abf', '#942858', '#78780b', '#0b6279', '#bc44a7', '#6e5400', '#118186', '#743893', '#a96506', '#0b6758', '#7d5ee0', '#923706', '#03864c', '#344faa'];
const colour = (name) => {
  let hash = 0;
  for (let i = 0, text = name.trim().toLowerCase(); i < text.length; i += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash >>> 28;
};
// The end of colour.

const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

function add({ id, text, own, name, author, at, state }) {
  const timeline = $('timeline');
  const atEnd = timeline.scrollHeight - timeline.scrollTop - timeline.clientHeight < 48;
  $('empty').hidden = true;
  const day = new Date(at).toDateString();
  if (day !== last.day) {
    const label = new Date(at).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
    $('messages').append(element('li', 'day', label));
  }
  const first = day !== last.day || author !== last.author || at - last.at > GROUP_MS;
  last = { author, at, day };

  const item = element('li', `message${own ? ' own' : ''}${first ? ' first' : ''}`);
  if (!own && first) {
    const avatar = element('span', 'avatar', [...(name || '?')][0].toUpperCase());
    avatar.style.background = name ? COLOURS[colour(name)] : '#6f6760';
    avatar.ariaHidden = 'true';
    item.append(avatar);
  }
  const bubble = element('div', 'bubble');
  if (!own && first && name) {
    bubble.append(element('div', 'author', name));
  }
  const body = element('div', 'text');
  body.append(...linked(text));
  const meta = element('div', 'meta', `${time(at)} ${state}`);
  bubble.append(body, meta);
  item.append(bubble);
  $('messages').append(item);
  shown.set(id, { item, meta, at });
  if (atEnd || own) {
    timeline.scrollTop = timeline.scrollHeight;
  } else {
    unseen += 1;
    $('latest').textContent = `${unseen} new ${unseen === 1 ? 'message' : 'messages'} ↓`;
    $('latest').hidden = false;
  }
}

function settle(id, state, failed) {
  const { item, meta, at } = shown.get(id);
  meta.textContent = `${time(at)} ${state}`;
  item.classList.toggle('failed', failed);
}

function* linked(text) {
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g)) {
    yield text.slice(from, match.index);
    const link = element('a', '', match[0]);
    link.href = match[0];
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    yield link;
    from = match.index + match[0].length;
  }
  yield text.slice(from);
}

$('timeline').addEventListener('scroll', () => {
  const timeline = $('timeline');
  if (timeline.scrollHeight - timeline.scrollTop - timeline.clientHeight < 48) {
    unseen = 0;
    $('latest').hidden = true;
  }
});
$('latest').addEventListener('click', () => {
  $('timeline').scrollTop = $('timeline').scrollHeight;
});

// --- composer and name ----------------------------------------------------------------------------------------------

const text = $('text');
const grow = () => {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
};
text.addEventListener('input', grow);
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('composer').requestSubmit();
  }
});
$('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const written = text.value.trim();
  if (written) {
    send(written);
    text.value = '';
    grow();
  }
  text.focus();
});

const ask = () => {
  $('name').value = auth.name;
  $('welcome').showModal();
};
$('rename').addEventListener('click', ask);
$('welcome').addEventListener('close', () => {
  const name = $('name').value.trim();
  if (socket.active && name === auth.name) {
    return;
  }
  auth.name = name;
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // Storage may be forbidden; the name holds until the page is left.
  }
  socket.disconnect().connect();
  text.focus();
});

if (auth.name) {
  socket.connect();
} else {
  ask();
}
