import { render } from 'preact';
import { Chat } from './chat/chat';
import { openStore } from './chat/store';
import { App } from './ui/app';
import { speak } from './ui/texts';
import { showTheme } from './ui/theme';
import './ui/styles.css';

showTheme();
// A language that does not come is English: the chat goes on.
const [store] = await Promise.all([openStore(), speak().catch(() => {})]);
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
render(<App chat={chat} />, document.getElementById('page')!);
chat.start();
