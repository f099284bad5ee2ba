// What a phone loads before it shows anything (issue: at most 80 KB), and what it loads later, when it is wanted.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = 'assets/dev/hearth/web/page';
const text = (name: string): string => readFileSync(join(built, name), 'utf8');
const packed = (name: string): number => gzipSync(readFileSync(join(built, name))).length;

/** What the page names, and what that needs at once. */
function firstLoad(): Set<string> {
  const all = new Set(['index.html']);
  for (const name of all) {
    const named = name.endsWith('.html') ? text(name).matchAll(/(?:src|href)="\.?\/?([\w-]+\.(?:js|css))"/g)
      : name.endsWith('.js') ? text(name).matchAll(/(?:^|[;}])(?:import|export)(?:[^"'`()]*?from)?["']\.\/([\w.-]+)["']/g) : [];
    for (const [, each] of named) {
      all.add(each!);
    }
  }
  return all;
}

test('the first load is at most 80 KB, compressed', () => {
  const first = firstLoad();
  const sum = [...first].reduce((all, each) => all + packed(each), 0);
  console.log(`first load: ${sum} bytes`);
  expect([...first].some((name) => name.endsWith('.js')) && [...first].some((name) => name.endsWith('.css'))).toBe(true);
  expect(sum).toBeGreaterThan(60_000);
  expect(sum).toBeLessThanOrEqual(80_000);
});

test('each language comes by itself, and is small', () => {
  const first = firstLoad();
  for (const code of ['de', 'es', 'fr', 'zh', 'ar']) {
    const chunk = readdirSync(built).find((name) => name.startsWith(`${code}-`))!;
    expect(first.has(chunk), chunk).toBe(false);
    expect(packed(chunk), chunk).toBeLessThanOrEqual(5_000);
    // What the host sends to be kept for ever (ClassPathFiles).
    expect(chunk).toMatch(/^[a-z]+-[A-Za-z0-9_-]{8}\.js$/);
  }
});

test('emoji come when somebody wants them', () => {
  const first = firstLoad();
  const later = readdirSync(built).filter((name) => /^(?:picker|table)-.*\.js$/.test(name));
  expect(later.length).toBeGreaterThanOrEqual(2);
  expect(later.filter((name) => first.has(name))).toEqual([]);
  expect(later.reduce((all, each) => all + packed(each), 0)).toBeLessThanOrEqual(70_000);
});

test('the page names nothing but what lies beside it, and has no script within', () => {
  const page = text('index.html');
  for (const [, address] of page.matchAll(/(?:src|href)="([^"]*)"/g)) {
    expect(address).toMatch(/^(?:\.\/)?[\w.-]+$/);
  }
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/);
});
