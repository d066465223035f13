import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { towns } from './towns-plugin.js';

const server = process.env['SITELINK_URL'] ?? 'http://127.0.0.1:3000';

/** Started in this folder: `npx vite` (development, API at SITELINK_URL) and `npx vite build`. */
// eslint-disable-next-line no-restricted-exports -- Vite reads the default export.
export default defineConfig({
  plugins: [react(), towns()],
  base: '/',
  // The test runner brings React 18 to the root; everything here uses the React of this folder.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // The towns of the map are one chunk that comes when a map is shown.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: server, changeOrigin: true }, '/dev': { target: server, changeOrigin: true } },
  },
});
