// The faces of Inter as TrueType, which JavaFX reads: node fonts.mjs WAWOFF2 WEB-FONTS TARGET
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [library, fonts, target] = process.argv.slice(2);
const { default: woff2 } = await import(pathToFileURL(library));

const FACES = {
  Regular: '400Regular',
  Medium: '500Medium',
  SemiBold: '600SemiBold',
  Bold: '700Bold',
  Italic: '400Regular_Italic',
  BoldItalic: '700Bold_Italic',
};

mkdirSync(target, { recursive: true });
for (const [name, face] of Object.entries(FACES)) {
  writeFileSync(join(target, `Inter_${face}.ttf`), await woff2.decompress(readFileSync(join(fonts, `Inter-${name}.woff2`))));
}
