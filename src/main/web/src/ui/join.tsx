// Before somebody is in: whose chat it is, and what they want to be called.
import { useState } from 'preact/hooks';
import type { Chat } from '../chat/chat';
import { kept } from './kept';
import { reasonOutside, reasonOfName } from './reasons';
import { Wait } from './room';
import { safeLine } from './safe';
import { fill, texts } from './texts';
import { useTopics } from './watch';

export function Join({ chat }: { chat: Chat }) {
  const [name, setName] = useState(kept.get('name'));
  useTopics(chat, 'entrance');
  const { state } = chat;
  const problem = state.is === 'asking' ? state.problem : undefined;
  const refused = state.is === 'refused' ? state.why : undefined;
  const asking = state.is === 'asking' || refused !== undefined;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (name.trim()) {
      kept.set('name', name.trim());
      chat.enter(name.trim());
    }
  };
  return (
    <main class="join">
      <form onSubmit={submit}>
        <img src="icon.svg" alt="" width="56" height="56" />
        {chat.hostName
          ? <h1 dir="auto">{fill(texts.joinChat, safeLine(chat.hostName))}</h1>
          : <h1>Hearth</h1>}
        {refused && <p class="bad" role="alert">{reasonOutside(refused)}</p>}
        {state.is === 'waiting' && <p role="status"><Wait until={state.until} /></p>}
        {state.is === 'offline' && <p role="status">{state.why ? safeLine(state.why) : texts.noAnswer}</p>}
        {(state.is === 'connecting' || state.is === 'entering') && <p role="status">{chat.hostName ? texts.joining : texts.connecting}</p>}
        {asking && !(refused && ['banned', 'version', 'unproven'].includes(refused.code)) && (
          <>
            <label for="name">{texts.joinQuestion}</label>
            <input
              id="name"
              value={name}
              maxLength={40}
              autocomplete="nickname"
              placeholder={texts.namePrompt}
              dir="auto"
              aria-describedby={problem ? 'name-problem' : 'name-about'}
              aria-invalid={problem !== undefined}
              onInput={(event) => setName(event.currentTarget.value)}
              autofocus
            />
            {problem ? <p class="bad" id="name-problem" role="alert">{reasonOfName(problem)}</p> : <p class="small" id="name-about">{texts.joinAbout}</p>}
            <button type="submit" class="primary" disabled={!name.trim()}>{refused ? texts.again : texts.join}</button>
          </>
        )}
        {!chat.keeps && <p class="small">{texts.notKept}</p>}
      </form>
    </main>
  );
}
