// A message's text as elements. The library only finds the structure: every word becomes a text node, and markup in it stays
// what was typed.
import { type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Lexer, type Token, type Tokens } from 'marked';
import { hostOf, LINK, saysWhere } from './links';
import { isMarkable } from './markable';
import { IconButton } from './parts';
import { safe } from './safe';
import { texts } from './texts';
import { memo } from './watch';

const FOLDED = 3_000;
const FOLDED_LINES = 40;

export const Text = memo(({ text, ranges }: { text: string; ranges?: readonly (readonly [number, number])[] | undefined }) => {
  const [open, setOpen] = useState(false);
  const long = text.length > FOLDED || text.split('\n', FOLDED_LINES + 1).length > FOLDED_LINES;
  const shown = long && !open ? text.split('\n', FOLDED_LINES).join('\n').slice(0, FOLDED) : text;
  return (
    <div class={`text${isEmoji(text) ? ' big' : ''}`} dir="auto">
      {ranges ? [...marked(text, ranges)] : blocks(shown)}
      {long && !ranges && (
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

function blocks(text: string): ComponentChildren {
  const plain = safe(text);
  if (!isMarkable(plain)) {
    return plain;
  }
  try {
    return new Lexer({ gfm: true, breaks: true }).lex(plain).map(block);
  } catch {
    return plain;
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
  const items = token.items.map((item) => <li dir="auto">{item.task ? `${item.checked ? '☑' : '☐'} ` : ''}{item.tokens.filter((each) => each.type !== 'checkbox').map(block)}</li>);
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
