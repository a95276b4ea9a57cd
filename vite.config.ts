import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { type Plugin, defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The component library speaks 34 languages and brings them all along; ours are four. */
const ourLanguages: Plugin = {
  name: 'our-languages',
  enforce: 'pre',
  load: (id) => (/\/intl\/[\w-]+\/(?!en-US|fr-FR|pl-PL|ru-RU)\w\w-\w\w\.mjs$/.test(id) ? 'export default {};' : null),
};

/** One file of words per language and page: `words-desk-pl`, what both pages say in `words-shared-pl`. */
function wordsChunk(id: string): string | null {
  const [, lang, namespace] = /\/messages\/(\w\w)\/([\w-]+)\.json$/.exec(id) ?? [];
  if (!lang || !namespace) return null;
  if (namespace === 'shared' || namespace === 'refusals') return `words-${namespace}-${lang}`;
  return `words-${namespace.startsWith('room') ? 'room' : 'desk'}-${lang}`;
}

/** Two pages that share nothing but the kit: the desk for agents, the room for clients. */
export default defineConfig({
  root: at('src/web'),
  plugins: [react(), tailwindcss(), ourLanguages],
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Small images as data: URLs would be fine under our policy, fonts would not; neither is worth a second rule.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { desk: at('src/web/desk.html'), room: at('src/web/room.html') },
      output: { codeSplitting: { groups: [{ debugName: 'words', name: wordsChunk, test: /\/messages\/\w\w\// }] } },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
