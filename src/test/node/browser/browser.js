// A real Chromium for the tests: its path is the first argument of every script here.
import { chromium } from 'playwright-core';

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
