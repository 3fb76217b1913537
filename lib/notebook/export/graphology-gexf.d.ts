/** The writer alone: with the parser comes a DOM that Node does not have. */
declare module 'graphology-gexf/browser/writer.js' {
  import type { write } from 'graphology-gexf/browser';

  const writer: typeof write;
  export default writer;
}
