// What a phone loads before it shows anything (issue: at most 80 KB).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = 'assets/dev/hearth/web/page';

test('the first load is at most 80 KB, compressed', () => {
  const sizes = readdirSync(built)
    .filter((name) => /\.(?:html|js|css)$/.test(name))
    .map((name) => gzipSync(readFileSync(join(built, name))).length);
  const sum = sizes.reduce((all, each) => all + each, 0);
  console.log(`first load: ${sum} bytes`);
  expect(sum).toBeGreaterThan(10_000);
  expect(sum).toBeLessThanOrEqual(80_000);
});

test('the page names nothing but what lies beside it, and has no script within', () => {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  for (const [, address] of page.matchAll(/(?:src|href)="([^"]*)"/g)) {
    expect(address).toMatch(/^(?:\.\/)?[\w.-]+$/);
  }
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/);
});
