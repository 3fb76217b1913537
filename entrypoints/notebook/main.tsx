import '@/components/page.css';
import '@/components/notebook/notebook.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { toldFault } from '@/components/notebook/faults';
import { Notebook } from '@/components/notebook/Notebook';
import type { Recording, Shell } from '@/components/notebook/shell';
import { say, useWords } from '@/components/words';
import { onRecording, recording, startRecording, stopRecording } from '@/lib/browser/corpus';
import { download } from '@/lib/browser/download';
import { notebook } from '@/lib/browser/notebook';
import { type PageStart, startPage } from '@/lib/browser/page';
import { allow, keepSendChoices, ORIGINS, send, sendChoices } from '@/lib/browser/send';
import { openDesk } from '@/lib/notebook/desk';
import { format } from '@/lib/notebook/export/format';
import { CSV_FIELDS } from '@/lib/notebook/import/types';
import { hashOf, type Route, routeOf } from '@/lib/notebook/route';
import { askToPersist, backupDue, room } from '@/lib/notebook/safety';

/** Until the words are there nothing can be drawn; the clips are read meanwhile. */
let start: PageStart | undefined;
let route = routeOf(location.hash);
let moved = false;
let fault: string | undefined;
let records: Recording | undefined;
let unsaved = false;

const app = document.querySelector('#app');
const desk = openDesk(notebook(), { onState: () => draw(), onFault: (error) => fail(error), painted });
const shell: Shell = {
  notebook: notebook(),
  now: Date.now,
  explorer: (entity) => `${browser.runtime.getURL('/explorer.html')}${entity ? `#/${entity}` : ''}`,
  download,
  copy: (text) => navigator.clipboard.writeText(text),
  persisted: async (ask) => (ask ? askToPersist() : ((await navigator.storage?.persisted?.()) ?? false)),
  room,
  startRecording,
  stopRecording,
  open: (address) => {
    // The page stays where it is: another program takes the address.
    const was = unsaved;
    unsaved = false;
    location.assign(address);
    setTimeout(() => {
      unsaved = was;
    });
  },
  format,
  checkTemplate: async (template) => (await import('@/lib/notebook/export/template')).checkTemplate(template)?.message,
  exportCorpus: async (project, { onProgress, signal }) =>
    (await import('@/lib/notebook/export/corpus')).writeCorpus({
      project,
      records: notebook().corpus.records(project.id),
      total: project.records,
      onProgress,
      signal,
    }),
  importing: { plan: async (file, options) => (await import('@/lib/notebook/import/plan')).planImport(file, options), csvFields: CSV_FIELDS },
  sending: { origins: ORIGINS, send, allow, choices: sendChoices, keepChoices: keepSendChoices },
  defaultTemplate: async () => (await import('@/lib/notebook/export/template')).DEFAULT_TEMPLATE,
};

/** Once the browser has painted what is drawn, or would have: it paints nothing in a tab that is not seen. */
function painted(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, 250);
    requestAnimationFrame(() => setTimeout(done));
  });
}

function draw(): void {
  if (!app || !start) return;
  const { settings } = start;
  const state = desk.state();
  document.title = `${say('notebook.title')} — Attaché`;
  render(
    <Notebook
      route={route}
      desk={desk}
      state={state}
      shell={shell}
      recording={records}
      backupDue={backupDue(state.backup, settings.backupDays)}
      fault={fault}
      moved={moved}
      onRoute={go}
      onUnsaved={(is) => {
        unsaved = is;
      }}
    />,
    app,
  );
}

function fail(error: unknown): void {
  fault = toldFault(error).text;
  draw();
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
addEventListener('beforeunload', (event) => unsaved && event.preventDefault());
onRecording((state) => {
  records = state;
  draw();
});

desk.start().catch(fail);
[start, records] = await Promise.all([startPage(document), recording()]);
useWords(start.words);
draw();
