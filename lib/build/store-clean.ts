import type { Plugin } from 'vite';

/** A change to a library’s source: where, what, and what takes its place. */
interface Edit {
  readonly file: RegExp;
  readonly from: RegExp;
  readonly to: string;
}

const EDITS: readonly Edit[] = [
  { file: /[\\/]preact[\\/]dist[\\/]preact\.(m?js|module\.js)$/, from: /(\w+)\.innerHTML=(\w+)\.__html/g, to: 'void 0' },
  { file: /[\\/]zod[\\/]v4[\\/]core[\\/]util\.js$/, from: /const F = Function;\s*new F\(""\);\s*return true;/g, to: 'return false;' },
  { file: /[\\/]zod[\\/]v4[\\/]core[\\/]doc\.js$/, from: /const F = Function;/g, to: 'const F = null;' },
  {
    // A page script tells earlier ones of the same extension, by an event and a posted message, that it has come: every page would hear that too, and a
    // page could say it in its place.
    file: /[\\/]wxt[\\/]dist[\\/]utils[\\/]content-script-context\.mjs$/,
    from: /this\.stopOldScripts\(\);\s*this\.listenForNewerScripts\(\);/g,
    to: '',
  },
];

/**
 * Takes out of the libraries what stores warn of and nothing here uses (Preact’s way to set raw HTML, zod’s probe for
 * `new Function`), and what would show pages that the extension is there. Fails the build when a library’s text no longer has it, so that it cannot stop working unseen.
 */
export function storeClean(): Plugin {
  return {
    name: 'attache:store-clean',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: EDITS.map((e) => e.file) },
      handler(code, id) {
        const edit = EDITS.find((e) => e.file.test(id));
        if (!edit) return null;
        const changed = code.replace(edit.from, edit.to);
        if (changed === code) this.error(`nothing to take out of ${id}: look at the library’s new version and mend lib/build/store-clean.ts`);
        return { code: changed, map: null };
      },
    },
  };
}
