/** All that is kept of a reader: how much it is, in one file, and gone. */
import { browser } from 'wxt/browser';
import { plainJson } from '../notebook/plain-json';
import { room } from '../notebook/safety';
import type { Pack } from '../pack/open';
import type { Amounts } from '../settings/amounts';
import { readCorrections, unreadCorrections } from '../settings/corrections';
import { CORRECTIONS_KEY, SETTINGS_KEY } from '../settings/keys';
import { SETTINGS_VERSION } from '../settings/settings';
import { keepForPages } from './keep';
import { notebook } from './notebook';
import { recording } from './recording';

export async function amounts(): Promise<Amounts> {
  const { corpus, count } = notebook();
  const [stored, corrections, clips, projects, trashed, space, state] = await Promise.all([
    browser.storage.sync.get(SETTINGS_KEY),
    browser.storage.local.get(CORRECTIONS_KEY),
    count(),
    corpus.projects(),
    corpus.projects({ trash: true }),
    room(),
    recording(),
  ]);
  const all = [...projects, ...trashed];
  return {
    settingsChanged: stored[SETTINGS_KEY] !== undefined,
    corrections: readCorrections(corrections[CORRECTIONS_KEY]).length,
    clips: clips.kept,
    trash: clips.trash,
    damaged: clips.damaged + unreadCorrections(corrections[CORRECTIONS_KEY]).length,
    projects: all.length,
    records: all.reduce((sum, project) => sum + project.records, 0),
    ...(space ? { bytes: space.used } : {}),
    ...(state ? { recording: state.name } : {}),
  };
}

/**
 * One JSON file of it, in pieces, so that a large corpus is never one string: `{ format, version, made, settings, corrections, recording, notebook: { clips,
 * trash, damaged, projects, records } }`. Settings and corrections are as they are stored, damaged values included.
 */
export async function* everything(now: number = Date.now()): AsyncGenerator<string> {
  const { corpus, clips, damaged } = notebook();
  const settings = (await browser.storage.sync.get(SETTINGS_KEY))[SETTINGS_KEY] ?? { version: SETTINGS_VERSION };
  const corrections = (await browser.storage.local.get(CORRECTIONS_KEY))[CORRECTIONS_KEY] ?? { version: 1, list: [] };
  const head = { format: 'attache-everything', version: 1, made: new Date(now).toISOString(), settings, corrections, recording: (await recording()) ?? null };
  yield `${plainJson(head).slice(0, -1)},\n"notebook":{\n"clips":`;
  yield* list(await clips());
  yield ',\n"trash":';
  yield* list(await clips({ trash: true }));
  yield ',\n"damaged":';
  yield* list(await damaged());
  const projects = [...(await corpus.projects()), ...(await corpus.projects({ trash: true }))];
  yield ',\n"projects":';
  yield* list(projects.map(({ records: _records, ...project }) => project));
  yield ',\n"records":[';
  let comma = '';
  // Also those whose project is gone.
  for await (const chunk of corpus.records(undefined)) {
    if (chunk.length === 0) continue;
    yield `${comma}\n${chunk.map((record) => plainJson(record)).join(',\n')}`;
    comma = ',';
  }
  yield ']}}\n';
}

function* list(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (let i = 0; i < items.length; i += 200)
    yield `${i === 0 ? '' : ','}\n${items
      .slice(i, i + 200)
      .map((item) => plainJson(item))
      .join(',\n')}`;
  yield ']';
}

/** Erases all of it, in storage and in the notebook’s database, and puts back what page scripts need to go on. */
export async function eraseEverything(pack: Pack): Promise<void> {
  await notebook().eraseAll();
  await browser.storage.sync.clear();
  await browser.storage.local.clear();
  await browser.storage.session?.clear();
  localStorage.clear();
  sessionStorage.clear();
  await keepForPages(pack);
}
