import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['SITELINK_URL'] ?? 'http://127.0.0.1:3000';

/** Started in this folder: `npx vite` (development, API at SITELINK_URL) and `npx vite build`. */
// eslint-disable-next-line no-restricted-exports -- Vite reads the default export.
export default defineConfig({
  plugins: [react()],
  base: '/',
  // The test runner brings React 18 to the root; everything here uses the React of this folder.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: server, changeOrigin: true }, '/dev': { target: server, changeOrigin: true } },
  },
});
