import { render } from 'preact';
import { Chat } from './chat/chat';
import { openStore } from './chat/store';
import { App } from './ui/app';
import { speak } from './ui/texts';
import { showTheme } from './ui/theme';
import './ui/styles.css';

const LANGUAGE_WITHIN_MS = 3_000;

showTheme();
// A language that does not come is English, and one that is late is shown when it comes: the chat goes on.
const spoken = speak().catch(() => {});
const late = new Promise((done) => setTimeout(done, LANGUAGE_WITHIN_MS));
const [store] = await Promise.all([openStore(), Promise.race([spoken, late])]);
const chat = new Chat(document.baseURI, store);
// A computer that wakes, or a phone that finds its network again, does not wait for the next try.
window.addEventListener('online', () => chat.tryNow());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && chat.state.is === 'offline') {
    chat.tryNow();
  }
});
// A page that is left is not here any more at once; a browser may show it again from its memory.
window.addEventListener('pagehide', () => chat.stop());
window.addEventListener('pageshow', (event) => event.persisted && chat.start());
const show = (): void => render(<App chat={chat} />, document.getElementById('page')!);
show();
chat.start();
void spoken.then(show);
