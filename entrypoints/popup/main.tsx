import '@/components/page.css';
import '@/components/form.css';
import '@/components/popup/popup.css';
import { render } from 'preact';
import type { CorpusChoice } from '@/components/popup/Corpus';
import { type Place, Popup, type PopupProps } from '@/components/popup/Popup';
import { useWords } from '@/components/words';
import { onRecording, recording, startRecording, stopRecording } from '@/lib/browser/corpus';
import { notebook } from '@/lib/browser/notebook';
import { startPage } from '@/lib/browser/page';
import { openPage, panelOpener } from '@/lib/browser/pages';
import { changeSettings, onSettings } from '@/lib/browser/settings';
import { readNow, reload, stateOf, tabFor } from '@/lib/browser/tab';
import type { Settings } from '@/lib/settings/settings';
import { withSite } from '@/lib/settings/sites';

/** The page is asked again this often while the popup is open, in milliseconds: it is read, and settings come to it, in its own time. */
const AGAIN = 500;

const start = await startPage(document);
useWords(start.words);
document.title = 'Attaché';
const app = document.querySelector('#app');
const tab = await tabFor(location.search);
const openPanel = panelOpener();

let shown: Pick<PopupProps, 'page' | 'settings' | 'recording' | 'projects' | 'fault'> = {
  page: 'asking',
  settings: start.settings,
  recording: undefined,
  projects: undefined,
  fault: undefined,
};

/** Address of the page that the reader asked to be read. */
let wanted: string | undefined;

function show(change: Partial<typeof shown>): void {
  shown = { ...shown, ...change };
  if (!app) return;
  render(
    <Popup
      {...shown}
      hasPanel={openPanel !== undefined}
      onWhen={(when) => {
        const { page } = shown;
        wanted = undefined;
        if (typeof page === 'object') save((settings) => withSite(settings, page.url, when));
      }}
      onStyle={(style) => save((settings) => ({ ...settings, style }))}
      onRead={() => {
        if (typeof shown.page === 'object') wanted = shown.page.url;
        if (tab) void readNow(tab);
      }}
      onReload={() => attempt(async () => tab && reload(tab))}
      onOpen={open}
      onRecord={record}
      onStop={() => attempt(stopRecording)}
    />,
    app,
  );
}

/** What goes wrong is said. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  show({ fault: undefined });
  try {
    await work();
  } catch (error) {
    show({ fault: error instanceof Error ? error.message : String(error) });
  }
}

const save = (change: (settings: Settings) => Settings) => attempt(async () => show({ settings: await changeSettings(change) }));

/** In the turn of the click: a panel opens in no other. */
function open(place: Place): void {
  const opening = place === 'panel' ? openPanel?.(tab?.windowId ?? 0) : openPage(place);
  void attempt(async () => {
    await opening;
    close();
  });
}

const record = (choice: CorpusChoice) =>
  attempt(async () => {
    const { corpus } = notebook();
    const project =
      'name' in choice ? await corpus.makeProject(choice.name, choice.withText) : await corpus.changeProject(choice.project, { withText: choice.withText });
    await startRecording(project.id);
  });

async function lookUpProjects(): Promise<void> {
  show({ recording: await recording(), projects: await notebook().corpus.projects() });
}

async function askPage(): Promise<void> {
  const page = (tab && (await stateOf(tab))) ?? 'closed';
  // Frames come after their page, and a page that was just loading did not hear it.
  if (tab && typeof page === 'object' && page.url === wanted) await readNow(tab);
  if (JSON.stringify(page) !== JSON.stringify(shown.page)) show({ page });
  // Records come while it is open.
  if (shown.recording) await lookUpProjects();
  setTimeout(askPage, AGAIN);
}

show({});
onSettings(({ settings }) => show({ settings }));
onRecording(() => void attempt(lookUpProjects));
void askPage();
void attempt(lookUpProjects);
