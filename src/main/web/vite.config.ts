import { defineConfig } from 'vite';

/** What comes when it is wanted; everything else is one file. */
const LATER = /\/src\/ui\/(?:emoji\/(?:picker|table)|texts\/(?!en)..)\.tsx?$|\/table\.tsv/;

// Every address in what is built is relative, so that the page works wherever it lies. Names carry the hash of their content.
export default defineConfig({
  base: './',
  publicDir: 'public',
  build: {
    outDir: 'assets/dev/hearth/web/page',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'index', test: (id: string) => !LATER.test(id) }] } } },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 20_000 },
} as Parameters<typeof defineConfig>[0]);
