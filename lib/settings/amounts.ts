/** How much is kept of a reader, and the keys of the extension’s commands: what the options page shows beside the settings. */

export interface Amounts {
  readonly settingsChanged: boolean;
  readonly corrections: number;
  readonly clips: number;
  readonly trash: number;
  /** Records of the notebook that could not be read and were set aside. */
  readonly damaged: number;
  readonly projects: number;
  readonly records: number;
  /** Bytes of the whole; undefined where the browser does not say. */
  readonly bytes?: number;
  /** Name of the project for which visits are recorded now. */
  readonly recording?: string;
}

export interface Shortcut {
  readonly command: string;
  /** In the browser’s language; empty when it has none. */
  readonly description: string;
  /** As the browser writes it; undefined when it has none. */
  readonly keys?: string;
}
