// What is asked in a dialog: a name and settings, a new room, a room's details, whether to delete.
import { useEffect, useState } from 'preact/hooks';
import { LOBBY, type Chat } from '../chat/chat';
import type { Room } from '../chat/room';
import type { Message, Presence, Refusal } from '../wire/types';
import { kept } from './kept';
import { nameOf, titleOf } from './names';
import { Avatar, Dialog, toldAlready } from './parts';
import { reasonOf } from './reasons';
import { safe, safeLine } from './safe';
import { setTheme, theme } from './theme';
import { choose, chosenLanguage, counted, LANGUAGES, texts, type Language } from './texts';

const FIND_AFTER_MS = 250;

interface Close {
  onClose: () => void;
}

interface SettingsProps extends Close {
  chat: Chat;
  /** Everything is shown anew, in another language; or that one did not come. */
  spoken: (came: boolean) => void;
}

export function Settings({ chat, onClose, spoken }: SettingsProps) {
  const [name, setName] = useState(kept.get('name') || chat.you?.name || '');
  const [look, setLook] = useState(theme());
  const [notify, setNotify] = useState(kept.get('notify') === 'yes');
  const save = (event: Event): void => {
    event.preventDefault();
    const wish = name.trim();
    if (wish && wish !== chat.you?.name) {
      kept.set('name', wish);
      chat.enter(wish);
    }
    onClose();
  };
  const notifying = async (wish: boolean): Promise<void> => {
    const allowed = wish && (await Notification.requestPermission()) === 'granted';
    kept.set('notify', allowed ? 'yes' : '');
    setNotify(allowed);
  };
  const chosen = chosenLanguage();
  // A browser may remember that a file did not come: the choice is kept for when the page is loaded again.
  const speakAs = (code: string): Promise<void> => choose(code as Language | '').then(() => spoken(true), () => spoken(false));
  return (
    <Dialog title={texts.settings} onClose={onClose}>
      <form onSubmit={save}>
        <label for="own-name">{texts.name}</label>
        <input id="own-name" value={name} maxLength={40} dir="auto" autocomplete="nickname" onInput={(event) => setName(event.currentTarget.value)} />
        <fieldset>
          <legend>{texts.appearance}</legend>
          {(['system', 'light', 'dark'] as const).map((each) => (
            <label key={each} class="choice">
              <input type="radio" name="theme" checked={look === each} onChange={() => { setLook(each); setTheme(each); }} /> {texts[each]}
            </label>
          ))}
        </fieldset>
        <label for="language">{texts.language}</label>
        <select id="language" onChange={(event) => void speakAs(event.currentTarget.value)}>
          <option value="" selected={chosen === ''}>{texts.system}</option>
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <option key={code} value={code} lang={code} selected={code === chosen}>{name}</option>
          ))}
        </select>
        {window.isSecureContext && 'Notification' in window
          ? (
            <label class="choice">
              <input type="checkbox" checked={notify} onChange={(event) => void notifying(event.currentTarget.checked)} /> {texts.notifications}
            </label>
          )
          : <p class="small">{texts.notificationsUnavailable}</p>}
        {!chat.keeps && <p class="small">{texts.notKept}</p>}
        <footer><button type="submit" class="primary" disabled={!name.trim()}>{texts.save}</button></footer>
      </form>
    </Dialog>
  );
}

export function NewRoom({ chat, onClose, open }: { chat: Chat; open: (room: string) => void } & Close) {
  const [name, setName] = useState('');
  const [topic, setTopic] = useState('');
  const [secret, setSecret] = useState(false);
  const [problem, setProblem] = useState('');
  const create = (event: Event): void => {
    event.preventDefault();
    chat.do('open', { name: name.trim(), topic: topic.trim(), kind: secret ? 'private' : 'public' }).then(
      ({ room }) => {
        onClose();
        open(room);
      },
      (why: Refusal) => setProblem(reasonOf(why)),
    );
  };
  return (
    <Dialog title={texts.newRoom} onClose={onClose}>
      <form onSubmit={create}>
        <label for="room-name">{texts.roomName}</label>
        <input id="room-name" value={name} maxLength={40} dir="auto" autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
        <label for="room-topic">{texts.topic}</label>
        <input id="room-topic" value={topic} maxLength={250} dir="auto" autocomplete="off" onInput={(event) => setTopic(event.currentTarget.value)} />
        <label class="choice"><input type="checkbox" checked={secret} onChange={(event) => setSecret(event.currentTarget.checked)} /> {texts.privateRoom}</label>
        {problem && <p class="bad" role="alert">{problem}</p>}
        <footer><button type="submit" class="primary" disabled={!name.trim()}>{texts.create}</button></footer>
      </form>
    </Dialog>
  );
}

export function Details({ chat, room, onClose, openDirect, left }: { chat: Chat; room: Room; openDirect: (person: string) => void; left: () => void } & Close) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Presence[]>([]);
  useEffect(() => {
    if (query.trim()) {
      return finding(chat, query.trim(), setFound);
    }
    setFound([]);
    return undefined;
  }, [query]);
  const members = useMembers(chat, room);
  const isLobby = room.id === LOBBY;
  const leave = (): void => {
    void chat.do('leave', { room: room.id }).catch(toldAlready);
    left();
  };
  return (
    <Dialog title={titleOf(chat, room)} onClose={onClose}>
      <p dir="auto">{safeLine(room.head.topic) || texts.noTopic}</p>
      {!isLobby && room.head.kind !== 'direct' && (
        <>
          <label for="invite">{texts.inviteSomebody}</label>
          <input id="invite" type="search" value={query} dir="auto" placeholder={texts.findPeople} onInput={(event) => setQuery(event.currentTarget.value)} />
          <ul class="people">
            {found.slice(0, 8).map((each) => (
              <li key={each.id}>
                <Avatar name={each.name} online={each.online} /> <span class="name" dir="auto">{nameOf(each)}</span>
                <button type="button" class="small-button" onClick={() => void chat.do('invite', { room: room.id, person: each.id }).catch(toldAlready)}>{texts.invite}</button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{counted(texts.members, Math.max(members.length, room.head.memberCount))}</h3>
      <ul class="people">
        {members.map((each) => (
          <li key={each.id}>
            <button type="button" class="item" disabled={each.id === chat.you?.id} onClick={() => openDirect(each.id)}>
              <Avatar name={each.name} online={each.online} /> <span class="name" dir="auto">{nameOf(each)}</span>
            </button>
          </li>
        ))}
      </ul>
      {!isLobby && room.head.kind !== 'direct' && <footer><button type="button" class="danger" onClick={leave}>{texts.leaveRoom}</button></footer>}
    </Dialog>
  );
}

/** Looks for people once nothing more is typed. Gives what stops it. */
function finding(chat: Chat, query: string, then: (people: Presence[]) => void): () => void {
  let wanted = true;
  const timer = setTimeout(() => chat.questions.people(query, (people) => wanted && then(people)), FIND_AFTER_MS);
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}

function useMembers(chat: Chat, room: Room): readonly Presence[] {
  const [members, setMembers] = useState<readonly Presence[]>([]);
  useEffect(() => chat.questions.members(room, setMembers), [room]);
  return members;
}

export function Delete({ chat, message, onClose }: { chat: Chat; message: Message } & Close) {
  return (
    <Dialog title={texts.deleteQuestion} onClose={onClose}>
      <blockquote dir="auto">{safe(message.text.slice(0, 300))}</blockquote>
      <footer>
        <button type="button" onClick={onClose}>{texts.keep}</button>
        <button
          type="button"
          class="danger"
          onClick={() => {
            void chat.do('delete', { room: message.room, of: message.id }).catch(toldAlready);
            onClose();
          }}
        >
          {texts.remove}
        </button>
      </footer>
    </Dialog>
  );
}
