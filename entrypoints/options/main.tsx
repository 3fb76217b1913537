import '@/components/page.css';
import '@/components/form.css';
import '@/components/options/options.css';
import '@/entrypoints/page.content/style.css';
import { render } from 'preact';
import { Options, type OptionsProps } from '@/components/options/Options';
import { say, useWords } from '@/components/words';
import { onCorrections } from '@/lib/browser/corrections';
import { download } from '@/lib/browser/download';
import { amounts, eraseEverything, everything } from '@/lib/browser/everything';
import { removeCorrections } from '@/lib/browser/keep';
import { notebook } from '@/lib/browser/notebook';
import { bundledPack } from '@/lib/browser/pack';
import { startPage } from '@/lib/browser/page';
import { openShortcuts, shortcuts } from '@/lib/browser/pages';
import { changeSettings, onSettings } from '@/lib/browser/settings';
import type { Settings } from '@/lib/settings/settings';
import { paintSamples } from './samples';

const app = document.querySelector('#app');
let shown: Pick<OptionsProps, 'settings' | 'faults' | 'corrections' | 'shortcuts' | 'amounts' | 'said' | 'wrong'>;

function show(change: Partial<typeof shown>): void {
  shown = { ...shown, ...change };
  if (!app) return;
  render(
    <Options
      {...shown}
      onChange={(change) => {
        // Shown at once, kept in turn.
        show({ settings: { ...shown.settings, ...change } });
        void keep((settings) => ({ ...settings, ...change }));
      }}
      onMend={() => keep((settings) => settings)}
      onShortcuts={() => attempt(openShortcuts)}
      onForget={(ids) => attempt(() => removeCorrections(ids), say('options.saved'))}
      onExport={() => attempt(exportAll, say('options.exported'))}
      onErase={() => attempt(async () => eraseEverything(await bundledPack()), say('options.erased'))}
    />,
    app,
  );
}

/** What is done is said, and what goes wrong. */
async function attempt(work: () => Promise<unknown>, done = ''): Promise<void> {
  show({ wrong: undefined, said: '' });
  try {
    await work();
    show({ said: done });
  } catch (error) {
    show({ wrong: error instanceof Error ? error.message : String(error) });
  }
}

/** One change at a time: two at once would lose one. What could not be kept is not shown as if it were. */
let keeping: Promise<void> = Promise.resolve();
function keep(change: (settings: Settings) => Settings): Promise<void> {
  keeping = keeping.then(() => attempt(() => changeSettings(change), say('options.saved'))).then(readAgain);
  return keeping;
}

async function readAgain(): Promise<void> {
  const { settings, faults, words } = await startPage(document);
  useWords(words);
  document.title = `${say('options.title')} — Attaché`;
  show({ settings, faults });
  if (app) paintSamples(app);
}

async function exportAll(): Promise<void> {
  const pieces: string[] = [];
  for await (const piece of everything()) pieces.push(piece);
  const today = new Date().toISOString().slice(0, 10);
  download({ name: `attache-everything-${today}.json`, type: 'application/json', data: new Blob(pieces) });
  await notebook().noteExport();
}

const count = () => amounts().then((counted) => show({ amounts: counted }));

const { settings, faults, words } = await startPage(document);
useWords(words);
shown = { settings, faults, corrections: [], shortcuts: [], amounts: undefined, said: '', wrong: undefined };
await readAgain();
onSettings(() => void readAgain().then(count));
onCorrections((corrections) => {
  show({ corrections });
  void attempt(count);
});
notebook().onChange(() => void count());
// Keys are changed in another tab.
addEventListener('focus', async () => show({ shortcuts: await shortcuts() }));
void attempt(async () => show({ shortcuts: await shortcuts() }));
