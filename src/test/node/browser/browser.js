// A real Chromium for the tests: its path is the first argument of every script here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function withBrowser(executablePath, story) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  try {
    await story(browser);
  } finally {
    await browser.close();
  }
}

export function expect(condition, sentence) {
  if (!condition) {
    throw new Error(sentence);
  }
}

/** Fails on what a screen reader, or somebody who does not see well, would stumble over. */
export async function accessible(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run());
  const said = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ').slice(0, 400)}`);
  expect(said.length === 0, `${where}: ${said.join('\n')}`);
}

export function run(story) {
  story().then(
    () => {
      console.log('ok');
      process.exit(0);
    },
    (error) => {
      console.log(`failed: ${error.stack ?? error}`);
      process.exit(1);
    },
  );
}
