import '@/components/page.css';
import '@/components/explorer/explorer.css';
import { render } from 'preact';
import { Explorer } from '@/components/explorer/Explorer';
import { say, useWords } from '@/components/words';
import { bundledPack } from '@/lib/browser/pack';
import { startPage } from '@/lib/browser/page';
import { type Library, libraryOf } from '@/lib/explore/library';
import { hashOf, type Route, routeOf } from '@/lib/explore/route';

const { words } = await startPage(document);
useWords(words);
const app = document.querySelector('#app');

let route = routeOf(location.hash);
let library: Library | undefined;
let searchable = false;
let fault: string | undefined;
let moved = false;

function draw(): void {
  const name = (route.at === 'entity' && library?.page(route.id)?.name) || say('explorer.title');
  document.title = `${name} — Attaché`;
  if (app) render(<Explorer route={route} library={library} searchable={searchable} fault={fault} moved={moved} onRoute={go} />, app);
}

function go(to: Route, how: 'push' | 'replace'): void {
  if (how === 'push') location.hash = hashOf(to);
  else {
    history.replaceState(null, '', hashOf(to));
    route = to;
    draw();
  }
}

addEventListener('hashchange', () => {
  route = routeOf(location.hash);
  moved = true;
  draw();
  scrollTo(0, 0);
});

draw();
try {
  library = libraryOf(await bundledPack(), words.language);
  draw();
  // In steps, so that the page answers while the search is prepared.
  while (!library.prepare()) await new Promise((done) => setTimeout(done));
  searchable = true;
} catch (error) {
  fault = error instanceof Error ? error.message : String(error);
}
draw();
