import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Two pages that share nothing but the kit: the desk for agents, the room for clients. */
export default defineConfig({
  root: at('src/web'),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Small images as data: URLs would be fine under our policy, fonts would not; neither is worth a second rule.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { desk: at('src/web/desk.html'), room: at('src/web/room.html') } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
