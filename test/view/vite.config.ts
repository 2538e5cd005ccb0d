import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** Hands the corpus and its labels to the page, where they are at hand; the reading itself runs in the page. */
function corpusFiles(): Plugin {
  const ids = () =>
    existsSync(`${corpus}docs`) ? readdirSync(`${corpus}docs`).map((file) => basename(file, '.txt')) : [];
  const file = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);
  return {
    name: 'corpus-files',
    configureServer(server) {
      server.middlewares.use('/corpus', (request, response) => {
        const id = basename(request.url ?? '');
        const answer = ids().includes(id)
          ? {
              text: file(`${corpus}docs/${id}.txt`),
              labels: JSON.parse(file(`${corpus}labels/${id}.json`) ?? 'null'),
            }
          : { ids: ids() };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      });
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [preact(), corpusFiles()],
  server: { host: '127.0.0.1', open: '/' },
});
