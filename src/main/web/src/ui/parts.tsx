// Small things that several views use.
import { type ComponentChildren, type JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { colour, COLOURS } from './colour.js';
import { safe } from './safe';
import { number, texts } from './texts';

const PATHS: Readonly<Record<string, string>> = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-7z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4 4',
  plus: 'M12 5v14M5 12h14',
  reply: 'M10 7L5 12l5 5M5 12h9a5 5 0 0 1 5 5v1',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5v.5M15 9.5v.5',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
  bin: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  down: 'M12 5v14M6 13l6 6 6-6',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  hash: 'M5 9h14M5 15h14M10 4L8 20M16 4l-2 16',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.5v.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
};

/** They point along the line: the other way where that runs from right to left. */
const TURNING: ReadonlySet<string> = new Set(['back', 'send', 'reply']);

export function Icon({ name }: { name: keyof typeof PATHS & string }) {
  return (
    <svg class={`icon ${TURNING.has(name) ? 'turning' : ''}`} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]!} />
    </svg>
  );
}

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'icon'> & { icon: string; label: string };

export function IconButton({ icon, label, class: added, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`icon-button ${String(added ?? '')}`} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}

export function Avatar({ name, online }: { name: string; online?: boolean | undefined }) {
  const letter = [...name.replace(/^#/, '').trim()][0]?.toUpperCase() ?? '?';
  return (
    <span class="avatar" style={{ background: COLOURS[colour(name)] }} aria-hidden="true">
      {safe(letter)}
      {online !== undefined && <span class={`dot ${online ? 'online' : ''}`} />}
    </span>
  );
}

/** How many messages were not read. */
export function Count({ of, class: added = '' }: { of: number; class?: string }) {
  return of > 0 ? <span class={`count ${added}`}>{of > 99 ? `${number(99)}+` : number(of)}<span class="unseen">{texts.unread}</span></span> : null;
}

/** A dialog of the browser: it holds the focus, and Escape closes it. */
interface DialogProps {
  title: string;
  class?: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, class: added, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      class={added}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div class="dialog">
        <header>
          <h2>{title}</h2>
          <IconButton icon="close" label={texts.close} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** For a command that may fail: the chat's notices tell of it, or the message does. */
export const toldAlready = (): void => {};

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
