/** The style sheet of what the notebook shows on a page, put into a closed shadow root as text of a style element. */
import tokens from '../tokens.css?inline';

export const CLIP_STYLE = `${tokens}
/* Important, for then no rule of the page’s own is above it. */
:host { all: initial !important; }
* { box-sizing: border-box; }
[popover] {
  position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px;
  background: var(--ground); color: var(--ink); box-shadow: 0 1px 2px #0002, 0 10px 30px #0003;
  font: 14px/1.45 var(--sans); text-align: start; overflow: auto; overscroll-behavior: contain;
}
[popover]:focus { outline: none; }
[popover]:focus-visible, :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.frame-card { width: min(21rem, calc(100vw - 16px)); max-height: min(30rem, calc(100vh - 16px)); }
.frame-button { border-radius: 8px; box-shadow: 0 1px 2px #0002, 0 4px 14px #0003; }
.frame-said { max-width: min(30rem, calc(100vw - 32px)); border-radius: 9px; }
.frame-list { max-width: min(24rem, calc(100vw - 32px)); max-height: 60vh; border-radius: 12px; }
/* All clips in their places: the list need not be seen, and comes with the key that reaches it. */
.frame-list[data-calm]:not(:focus-within) { opacity: 0; pointer-events: none; }
h2, h3, p, ul, fieldset, figure, blockquote, legend { margin: 0; padding: 0; border: 0; list-style: none; font: inherit; }
button, input, textarea { font: inherit; color: inherit; }
button { background: none; border: 1px solid var(--edge); border-radius: 7px; padding: 3px 10px; min-height: 28px; cursor: pointer; }
button:hover { background: var(--wash); }
button:disabled { color: var(--soft); cursor: default; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.quiet { border-color: transparent; color: var(--accent); padding-inline: 7px; }
input[type="text"], textarea { width: 100%; background: var(--ground); border: 1px solid var(--edge); border-radius: 7px; padding: 5px 8px; }
textarea { min-height: 5.5em; max-height: 16em; resize: vertical; display: block; }
.clip { padding: 12px 14px 10px; }
.clip header { position: relative; padding-inline-end: 28px; font-size: 12px; color: var(--soft); }
.clip .close { position: absolute; inset-block-start: -5px; inset-inline-end: -7px; width: 28px; height: 28px; padding: 0; border: 0; color: var(--soft); display: grid; place-items: center; }
.quote { margin-top: 5px; padding-inline-start: 10px; border-inline-start: 4px solid var(--clip); font: 14px/1.4 var(--serif); color: var(--ink); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; line-clamp: 3; overflow: hidden; white-space: pre-line; }
.lost .quote { -webkit-line-clamp: 8; line-clamp: 8; }
.state { margin-top: 6px; font-size: 12.5px; color: var(--warn); }
.note { margin-top: 9px; white-space: pre-wrap; overflow-wrap: anywhere; }
.note.none { color: var(--soft); }
.tags { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 8px; }
.tags li { font-size: 12px; background: var(--wash); border-radius: 99px; padding: 1px 8px; }
.acts { display: flex; align-items: center; gap: 4px; margin: 10px -7px -2px; }
.acts .gap { flex: 1; }
fieldset { margin-top: 10px; }
label, legend { display: block; font-size: 12px; color: var(--soft); margin: 9px 0 3px; }
legend { margin-top: 0; }
.colours { display: flex; gap: 6px; }
.colours label { margin: 0; position: relative; width: 28px; height: 28px; cursor: pointer; }
.colours input { position: absolute; inset: 0; width: 28px; height: 28px; margin: 0; opacity: 0; cursor: pointer; }
.colours span { position: absolute; inset: 3px; pointer-events: none; border-radius: 99px; background: var(--clip); border: 1px solid var(--edge); }
.colours input:checked + span { outline: 2px solid var(--accent); outline-offset: 2px; }
.colours input:focus-visible + span { outline: 3px solid var(--ink); outline-offset: 2px; }
.fault { margin-top: 9px; padding: 7px 10px; border-inline-start: 3px solid var(--bad); background: var(--wash); font-size: 13px; }
.fault .theirs { margin-top: 4px; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 7em; overflow: auto; }
.said { display: flex; align-items: center; gap: 4px; padding: 6px 8px 6px 14px; }
.said p { padding-inline-end: 6px; overflow-wrap: anywhere; }
.pick { display: flex; align-items: center; gap: 6px; border: 0; padding: 4px 11px 4px 8px; min-height: 30px; font-size: 13px; }
.list summary { list-style: none; cursor: pointer; padding: 5px 12px; font-size: 12.5px; color: var(--soft); min-height: 28px; }
.list summary::-webkit-details-marker { display: none; }
.list ul { padding: 0 6px 6px; }
.list li button { display: grid; grid-template-columns: 10px 1fr; gap: 8px; align-items: center; width: 100%; text-align: start; border: 0; padding: 5px 6px; }
.list li i { width: 10px; height: 10px; border-radius: 99px; background: var(--clip); border: 1px solid var(--edge); }
.list li span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.list li.lost span { color: var(--soft); font-style: italic; }
[data-colour="yellow"] { --clip: var(--clip-yellow); }
[data-colour="green"] { --clip: var(--clip-green); }
[data-colour="blue"] { --clip: var(--clip-blue); }
[data-colour="pink"] { --clip: var(--clip-pink); }
[data-colour="violet"] { --clip: var(--clip-violet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-color-scheme: dark) {
  [popover] { box-shadow: 0 1px 2px #0008, 0 12px 32px #000a; }
}
@media (forced-colors: active) {
  [popover] { border: 2px solid CanvasText; }
  .quote { border-inline-start-color: Highlight; }
  .colours span, .list li i { forced-color-adjust: none; }
}
@media (prefers-reduced-motion: no-preference) {
  [popover]:popover-open { animation: rise .12s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 3px; } }
}
`;
