// A message's text as elements. The library only finds the structure: every word becomes a text node, and markup in it stays
// what was typed.
import { type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Lexer, type Token, type Tokens } from 'marked';
import { hostOf, LINK, saysWhere } from './links';
import { isMarkable } from './markable';
import { IconButton } from './parts';
import { safe } from './safe';
import { isRightToLeft, texts } from './texts';
import { memo } from './watch';

const FOLDED = 3_000;
const FOLDED_LINES = 40;
/** The first letter decides, as in the browser's `dir="auto"`. */
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

interface TextProps {
  text: string;
  /** The parts that a search has found. */
  ranges?: readonly (readonly [number, number])[] | undefined;
  /** What stands at the end of the last line, where there is room for it. */
  after?: string;
}

export const Text = memo(({ text, ranges, after }: TextProps) => {
  const [open, setOpen] = useState(false);
  if (ranges) {
    return <div class="text" dir="auto">{[...marked(text, ranges)]}</div>;
  }
  const long = text.length > FOLDED || text.split('\n', FOLDED_LINES + 1).length > FOLDED_LINES;
  const shown = safe(long && !open ? text.split('\n', FOLDED_LINES).join('\n').slice(0, FOLDED) : text);
  const tokens = tokensOf(shown);
  const last = tokens?.findLast((token) => token.type !== 'space');
  const shares = after !== undefined && !long && last?.type === 'paragraph' && RIGHT_TO_LEFT.test(last.raw) === isRightToLeft;
  return (
    <div
      class={`text ${isEmoji(text) ? 'big' : ''} ${shares ? 'shares-its-end' : ''}`}
      dir="auto"
      style={shares ? { '--after': JSON.stringify(after) } : undefined}
    >
      {tokens ? tokens.map(block) : shown}
      {long && (
        <button type="button" class="link-button" onClick={() => setOpen(!open)}>{open ? texts.less : texts.more}</button>
      )}
    </div>
  );
});

const isEmoji = (text: string): boolean =>
  text.length <= 40 && /^(?:\p{RI}{2}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)\p{EMod}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{EMod}?)*\s?){1,3}$/u.test(text);

/** The parts that a search has found, marked. */
function* marked(text: string, ranges: readonly (readonly [number, number])[]): Generator<ComponentChildren> {
  let from = Math.max(0, (ranges[0]?.[0] ?? 0) - 40);
  if (from > 0) {
    yield '…';
  }
  const until = from + 200;
  for (const [start, end] of ranges) {
    if (start >= from && start < until) {
      yield safe(text.slice(from, start));
      yield <mark>{safe(text.slice(start, end))}</mark>;
      from = end;
    }
  }
  yield safe(text.slice(from, Math.max(from, until)));
}

/** The structure of a text; undefined where it is shown as it was typed. */
function tokensOf(text: string): Token[] | undefined {
  try {
    return isMarkable(text) ? new Lexer({ gfm: true, breaks: true }).lex(text) : undefined;
  } catch {
    return undefined; // the library gives up on some texts
  }
}

function block(token: Token): ComponentChildren {
  switch (token.type) {
    case 'space':
      return null;
    case 'paragraph':
      return <p dir="auto">{inlines(token)}</p>;
    case 'heading':
      return <p dir="auto" class="title">{inlines(token)}</p>;
    case 'blockquote':
      return <blockquote dir="auto">{(token.tokens ?? []).map(block)}</blockquote>;
    case 'list':
      return list(token as Tokens.List);
    case 'code':
      return <Code text={(token as Tokens.Code).text} />;
    case 'hr':
      return <hr />;
    case 'text':
      return token.tokens ? inlines(token) : (token as Tokens.Text).raw;
    default:
      return <p dir="auto">{token.raw.trimEnd()}</p>; // a table, markup, a definition: as it was typed
  }
}

function list(token: Tokens.List): ComponentChildren {
  const items = token.items.map((item) => <li dir="auto" class={item.task ? 'task' : undefined}>{item.task ? `${item.checked ? '☑' : '☐'} ` : ''}{item.tokens.filter((each) => each.type !== 'checkbox').map(block)}</li>);
  return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function inlines(token: Token): ComponentChildren {
  return 'tokens' in token && token.tokens ? token.tokens.map(inline) : token.raw;
}

function inline(token: Token): ComponentChildren {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token)}</strong>;
    case 'em':
      return <em>{inlines(token)}</em>;
    case 'del':
      return <del>{inlines(token)}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'link':
      return link(token as Tokens.Link);
    case 'text':
      return 'tokens' in token && token.tokens ? inlines(token) : token.raw;
    default:
      return token.raw; // markup and pictures: as they were typed
  }
}

/** Only what opens in a browser or a mail program. Where its words are not its address, they are followed by its host. */
function link(token: Tokens.Link): ComponentChildren {
  if (!LINK.test(token.href)) {
    return token.raw;
  }
  const named = token.raw.startsWith('[') && token.text.trim() !== '' && !saysWhere(token.text, token.href);
  return (
    <>
      <a href={token.href} target="_blank" rel="noopener noreferrer nofollow" title={token.href}>
        {!token.raw.startsWith('[') ? token.raw.replace(/^<|>$/g, '') : token.text.trim() ? inlines(token) : token.href}
      </a>
      {named && <bdi class="host" dir="ltr"> ({hostOf(token.href)})</bdi>}
    </>
  );
}

function Code({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div class="code">
      <pre dir="ltr" tabIndex={0}><code>{text}</code></pre>
      <IconButton
        icon="copy"
        label={copied ? texts.copied : texts.copyCode}
        onClick={() => void copyText(text).then(() => setCopied(true))}
      />
    </div>
  );
}

/** The clipboard of the browser exists on https only; before that there was selecting. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
