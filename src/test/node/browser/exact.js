// Two pages write through a cut, a killed tab and a host that ends and starts again: node exact.js CHROMIUM URL
// Says what is to be done with the host, waits for it on standard input, and prints what both pages hold at the end.
import { createInterface } from 'node:readline';
import { expect, run, withBrowser } from './browser.js';

const [executable, url] = process.argv.slice(2);
const MESSAGES = 30;

const heard = [];
let wake = () => {};
createInterface({ input: process.stdin }).on('line', (line) => {
  heard.push(line);
  wake();
});
const told = async (word) => {
  while (!heard.includes(word)) {
    await new Promise((resolve) => { wake = resolve; });
  }
};

run(() => withBrowser(executable, async (browser) => {
  const field = (page) => page.getByRole('textbox', { name: 'Write a message' });
  const enter = async (context, name) => {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    if (name) {
      await page.fill('#name', name);
      await page.keyboard.press('Enter');
    }
    await field(page).waitFor();
    return page;
  };
  const write = async (page, name, from, to) => {
    for (let n = from; n < to; n += 1) {
      await field(page).fill(`${name} ${n}`);
      await field(page).press('Enter');
    }
  };
  const texts = (page) => page.locator('.message .text').allTextContents();
  const hasAll = async (page) => {
    for (let tries = 0; tries < 600; tries += 1) {
      const sending = await page.getByRole('img', { name: 'Sending' }).count();
      if (sending === 0 && (await texts(page)).length >= MESSAGES) {
        return texts(page);
      }
      await page.waitForTimeout(100);
    }
    throw new Error(`only ${(await texts(page)).join('|')}`);
  };

  // So high that every message is in the document: only what is near the part that is seen is there.
  const viewport = { width: 900, height: 4_000 };
  const ann = await browser.newContext({ viewport });
  const bob = await browser.newContext({ viewport });
  let anns = await enter(ann, 'Ann');
  const bobs = await enter(bob, 'Bob');
  console.log('joined');
  await write(anns, 'ann', 0, 4);
  await write(bobs, 'bob', 0, 4);

  // The network of one of them fails; what she writes survives the kill of her tab.
  await ann.setOffline(true);
  await anns.evaluate(() => window.dispatchEvent(new Event('offline')));
  await anns.getByText('No connection.').waitFor();
  await write(anns, 'ann', 4, 7);
  await anns.close();

  console.log('stop the host');
  await told('stopped');
  await bobs.getByText(/No connection|has ended this chat/).waitFor();
  await write(bobs, 'bob', 4, 7);
  console.log('start the host');
  await told('started');
  await ann.setOffline(false);
  anns = await enter(ann, '');
  // The tab may have been killed before the disk had her last words: they are in her composer then.
  if (await field(anns).inputValue() !== '') {
    await field(anns).press('Enter');
  }
  await write(anns, 'ann', 7, 10);
  await write(bobs, 'bob', 7, 10);

  const [hers, his] = [await hasAll(anns), await hasAll(bobs)];
  expect(JSON.stringify(hers) === JSON.stringify(his), `she has ${hers.join('|')}, he has ${his.join('|')}`);
  console.log(`seen ${hers.join('|')}`);
}));
