import '@/components/page.css';
import '@/components/panel/panel.css';
import { render } from 'preact';
import { Panel } from '@/components/panel/Panel';
import { rollText } from '@/components/panel/text';
import { language, say, useWords } from '@/components/words';
import { ask } from '@/lib/browser/ask';
import { correctionsHere, onCorrections } from '@/lib/browser/corrections';
import { download } from '@/lib/browser/download';
import { type Following, followTab } from '@/lib/browser/follow';
import { bundledPack } from '@/lib/browser/pack';
import { startPage } from '@/lib/browser/page';
import { changeSettings } from '@/lib/browser/settings';
import { readNow, reload } from '@/lib/browser/tab';
import { dayRange, isoOf } from '@/lib/dataset/dates';
import type { Pack } from '@/lib/pack/open';
import { absenceOf } from '@/lib/panel/absence';
import { csv, fileName, jsonLines, linesOf } from '@/lib/panel/export';
import { dateOf } from '@/lib/panel/roll';
import { viewOf } from '@/lib/panel/view';
import type { Correction } from '@/lib/settings/corrections';
import { withSite } from '@/lib/settings/sites';

const { words } = await startPage(document);
useWords(words);
document.title = `${say('panel.title')} — Attaché`;
const app = document.querySelector('#app');

let pack: Pack | undefined;
let fault: string | undefined;
let corrections: readonly Correction[] = [];
let following: Following | undefined;

function draw(): void {
  if (!app) return;
  const { tab, tellings } = state();
  const page = tellings.find((t) => t.top);
  const date = dateOf(tellings);
  const view = pack && date && viewOf(pack, tellings, date, language());
  render(
    <Panel
      page={page}
      date={date}
      view={view}
      absence={pack ? absenceOf(state(), pack) : { why: 'loading' }}
      fault={fault}
      busy={tellings.some((t) => t.busy)}
      corrections={page ? correctionsHere(corrections, page.url) : []}
      factsOf={(entity) => `/explorer.html#/${entity}`}
      onGo={(entity, { frame, at }) => following?.send({ kind: 'go', frame, at, entity })}
      onDate={(iso) => {
        const day = iso === undefined ? undefined : dayRange(iso)?.first;
        following?.send({ kind: 'date', ...(day === undefined ? {} : { day }) });
      }}
      onUndo={({ id }) => ask({ kind: 'uncorrect', ids: [id] }).then(() => undefined)}
      onExport={(as) => {
        if (!pack || !page) return;
        const lines = linesOf(pack, tellings);
        const name = fileName(page.url, date && isoOf(date.day), as);
        download(as === 'csv' ? { name, type: 'text/csv', data: csv(lines) } : { name, type: 'application/jsonl', data: jsonLines(lines) });
      }}
      onCopy={async () => {
        if (page && date && view) await navigator.clipboard.writeText(rollText(page, date, view.groups));
      }}
      onRead={() => tab !== undefined && readNow({ id: tab })}
      onAllow={(url) => changeSettings((settings) => withSite(settings, url, 'always'))}
      onReload={() => tab !== undefined && reload({ id: tab })}
    />,
    app,
  );
}

following = await followTab(location.search, draw);
function state() {
  return following?.state() ?? { tab: undefined, loading: true, mute: false, tellings: [] };
}
onCorrections((list) => {
  corrections = list;
  draw();
});
draw();
try {
  pack = await bundledPack();
} catch (error) {
  fault = error instanceof Error ? error.message : String(error);
}
draw();
