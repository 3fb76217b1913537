/** What keeps a notebook from being lost with the browser’s data: storage that is not cleared, and backups. */
import type { BackupState } from './store';

/** Asks the browser not to clear the notebook when the disk is full. Only in an extension page; some browsers ask the reader. True when it is granted. */
export async function askToPersist(): Promise<boolean> {
  const { storage } = navigator;
  if (!storage?.persist) return false;
  return (await storage.persisted()) || storage.persist();
}

/** Room in bytes: what the notebook’s origin uses and what it may; undefined where the browser does not say. */
export async function room(): Promise<{ readonly used: number; readonly of: number } | undefined> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? undefined : { used: usage, of: quota };
}

/** Is it time for a backup? When the oldest change since the last export is older than `days` days; never for 0. */
export function backupDue({ changedSince, oldestChange }: BackupState, days: number, now: number = Date.now()): boolean {
  return days > 0 && changedSince > 0 && oldestChange !== undefined && now - Date.parse(oldestChange) > days * 86_400_000;
}
