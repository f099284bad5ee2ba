// Two pages of the tutorial chat with each other: node tutorial.js CHROMIUM URL
import { expect, run, withBrowser } from './browser.js';

const [executable, url] = process.argv.slice(2);
const texts = ['hello', '"quotes" & <b>tags</b>', 'emoji 👩‍👩‍👧 🔥', 'a'.repeat(2000)];

run(() => withBrowser(executable, async (browser) => {
  const ann = await browser.newPage();
  const bob = await browser.newPage();
  await Promise.all([ann.goto(url), bob.goto(url)]);
  await Promise.all([ann, bob].map((page) => page.waitForFunction('socket.connected')));
  for (const text of texts) {
    await ann.fill('#input', text);
    await ann.click('button');
    await Promise.all([ann, bob].map((page) => page.getByText(text, { exact: true }).waitFor({ timeout: 10_000 })));
  }
  const seen = await bob.locator('#messages li').allTextContents();
  expect(JSON.stringify(seen) === JSON.stringify(texts), `bob saw ${JSON.stringify(seen)}`);
  expect(await bob.evaluate('socket.io.engine.transport.name') === 'websocket', 'the page did not switch to WebSocket');
}));
