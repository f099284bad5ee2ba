// What strangers write, as it is shown: whom it calls, where its links lead, what it may not do.
import { describe, expect, test } from 'vitest';
import { calls, mentions } from '../src/chat/mentions';
import { hostOf, saysWhere } from '../src/ui/links';
import { reasonOf, reasonOutside } from '../src/ui/reasons';
import { safe, safeLine } from '../src/ui/safe';
import { texts } from '../src/ui/texts';

describe('a name after an at sign calls', () => {
  for (const text of ['@Ada', 'look, @ada!', '(@ADA)', 'x@adam @ada', '@A\u200Bda', '@Ａｄａ', `${'x'.repeat(16_000)} @ada`]) {
    test(text.slice(-20), () => expect(mentions(text, 'Ada')).toBe(true));
  }
});

describe('anything else does not', () => {
  for (const text of ['Ada', '@adam', 'mail@ada', '𝒜@ada', '@ ada', '', '@', `${'x'.repeat(17_000)} @ada`]) {
    test(text.slice(-20), () => {
      expect(mentions(text, 'Ada')).toBe(false);
      expect(mentions(text, '')).toBe(false);
      expect(mentions(text, ' ')).toBe(false);
    });
  }
});

test('who moderates a chat calls everyone', () => {
  for (const [role, called] of [['owner', true], ['moderator', true], ['member', false], ['guest', false]] as const) {
    expect(calls('Dinner, @Everyone!', { id: 'p', name: 'Omar', role }, 'Ada')).toBe(called);
    expect(calls('Dinner, @ada!', { id: 'p', name: 'Omar', role }, 'Ada')).toBe(true);
    expect(calls('Dinner, everyone!', { id: 'p', name: 'Omar', role }, 'Ada')).toBe(false);
  }
});

describe('a link says where it leads', () => {
  test('by its host', () => {
    expect(hostOf('https://evil.example:8443/bank?x#y')).toBe('evil.example');
    expect(hostOf('https://bank.example@evil.example/')).toBe('evil.example');
    expect(hostOf('https://аpple.example/')).toBe('xn--pple-43d.example');
    expect(hostOf('mailto:a@b.example')).toBe('a@b.example');
    expect(hostOf('https://[')).toBe('https://[');
  });

  test('unless its words do', () => {
    expect(saysWhere('https://a.example', 'https://a.example/')).toBe(true);
    expect(saysWhere('www.a.example', 'https://www.a.example')).toBe(true);
    expect(saysWhere('https://bank.example', 'https://evil.example')).toBe(false);
    expect(saysWhere('a.example', 'https://a.example')).toBe(false);
    expect(saysWhere('read this', 'https://a.example')).toBe(false);
  });
});

describe('text of strangers', () => {
  test('does not turn what stands around it', () => {
    expect(safe('a\u202Eb\u2066c')).toBe('a\\u202eb\\u2066c');
    expect(safe('a\u0000b\u001B[1m')).toBe('a\\u0000b\\u001b[1m');
  });

  test('has one line where it has room for one', () => {
    expect(safeLine('a\nb\r\nc\td\u2028e')).toBe('a b c d e');
  });

  test('piles up no marks', () => expect(safe(`a${'\u0301'.repeat(50)}`)).toBe(`a${'\u0301'.repeat(5)}`));
});

describe('a reason of a host', () => {
  test('is a sentence, whatever its code', () => {
    for (const code of ['constructor', 'toString', '__proto__', 'new']) {
      expect(reasonOf({ code, message: '' })).toBe(texts.notDone);
      expect(reasonOutside({ code, message: 'No\u202E.\nNo.' })).toBe('No\\u202e. No.');
    }
    expect(reasonOutside({ code: 'banned', message: 'x' })).toBe(texts.reason['banned']);
    expect(reasonOf({ code: 'banned', message: 'x' })).toBe('x');
  });
});
