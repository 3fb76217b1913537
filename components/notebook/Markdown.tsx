/** A note as it reads: its Markdown as nodes of ours, never as HTML of its own. */
import type { Block, Inline } from '@/lib/notebook/markdown';

/** `top`: the level of the note’s first headings on the page. */
export function Markdown({ blocks, top = 3 }: { readonly blocks: readonly Block[]; readonly top?: number }) {
  return (
    <>
      {blocks.map((block, i) => (
        // A note has no identity but its order.
        <Part key={`${i}${block.kind}`} block={block} top={top} />
      ))}
    </>
  );
}

function Part({ block, top }: { readonly block: Block; readonly top: number }) {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{inlines(block.of)}</p>;
    case 'heading': {
      const Heading = `h${Math.min(6, top + block.level - 1)}` as 'h3';
      return <Heading dir="auto">{inlines(block.of)}</Heading>;
    }
    case 'quote':
      return (
        <blockquote>
          <Markdown blocks={block.of} top={top} />
        </blockquote>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={`${i}${item.length}`} dir="auto">
          {item.length === 1 && item[0]?.kind === 'paragraph' ? inlines(item[0].of) : <Markdown blocks={item} top={top} />}
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

const inlines = (list: readonly Inline[]) => list.map((one, i) => <Piece key={`${i}${one.kind}`} piece={one} />);

function Piece({ piece }: { readonly piece: Inline }) {
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'strong':
      return <strong>{inlines(piece.of)}</strong>;
    case 'emphasis':
      return <em>{inlines(piece.of)}</em>;
    case 'struck':
      return <s>{inlines(piece.of)}</s>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a href={piece.to} target="_blank" rel="noreferrer">
          {inlines(piece.of)}
        </a>
      );
  }
}
