/** The card’s style sheet, put into its closed shadow root as text of a style element: no page’s CSP stops that, and no page’s rules reach in. */
import tokens from '../tokens.css?inline';

export const CARD_STYLE = `${tokens}
/* Important, for then no rule of the page’s own is above it. */
:host { all: initial !important; }
* { box-sizing: border-box; }
[popover] {
  position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px;
  background: var(--ground); color: var(--ink);
  box-shadow: 0 1px 2px #0002, 0 10px 30px #0003;
  width: min(23rem, calc(100vw - 16px)); max-height: min(32rem, calc(100vh - 16px)); overflow: auto; overscroll-behavior: contain; scroll-padding-block-end: 52px;
  font: 14px/1.45 var(--sans); text-align: start;
}
[popover]:focus { outline: none; }
[popover]:focus-visible, :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.card { padding: 14px 16px 10px; }
header { position: relative; padding-inline-end: 52px; }
h2, h3, p, ul, ol { margin: 0; padding: 0; list-style: none; }
h2 { font: 600 20px/1.2 var(--serif); letter-spacing: -.005em; text-wrap: balance; }
h3 { font-size: 11px; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin-bottom: 2px; }
.kind { font-size: 12px; color: var(--accent); margin-bottom: 2px; }
.native { color: var(--soft); font-size: 15px; }
.life { color: var(--soft); font-size: 12.5px; }
.corner { position: absolute; inset-block-start: -4px; inset-inline-end: -8px; display: flex; }
.tool { width: 28px; height: 28px; padding: 0; border: 0; border-radius: 6px; background: none; color: var(--soft); cursor: pointer; display: grid; place-items: center; }
.tool:hover, .tool[aria-pressed="true"] { background: var(--wash); color: var(--ink); }
.tools { display: flex; align-items: center; gap: 2px; margin-inline: -8px; }
.foot { position: sticky; inset-block-end: 0; margin: 8px -16px -10px; padding: 4px 16px 6px; background: var(--ground); border-top: 1px solid var(--line); font-size: 12.5px; }
.gap { flex: 1; }
.place { font-variant-numeric: tabular-nums; padding-inline-start: 4px; }
.said:empty { display: none; }
.said { margin-top: 4px; color: var(--accent); }
.flag { margin-inline-end: 6px; }
.link { font: inherit; color: inherit; text-align: start; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; text-decoration-color: var(--line); text-decoration-thickness: 1px; text-underline-offset: 3px; }
.link:hover { color: var(--accent); text-decoration-color: currentColor; }
.inline { display: flex; flex-wrap: wrap; gap: 2px 12px; }
.inline li { margin: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wrong input[type="search"] { font: inherit; color: inherit; width: 100%; background: var(--ground); border: 1px solid var(--edge); border-radius: 6px; padding: 5px 8px; margin: 4px 0 6px; }
.wrong { margin-top: 12px; }
.wrong fieldset { border: 0; padding: 0; margin: 10px 0 8px; display: flex; flex-wrap: wrap; gap: 2px 14px; }
.wrong legend { font-size: 12.5px; color: var(--soft); padding: 0; }
.wrong label { display: inline-flex; align-items: center; gap: 5px; }
.wrong label:has([type="search"]) { display: block; }
.wrong .row { display: flex; gap: 8px; }
.wrong .row button { font: inherit; color: inherit; background: none; border: 1px solid var(--edge); border-radius: 6px; padding: 4px 12px; cursor: pointer; }
.wrong .row .primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.wrong .row .primary:disabled { background: none; color: var(--soft); border-color: var(--line); cursor: default; }
.about { margin-top: 8px; }
section { margin-top: 10px; }
.title { display: block; }
.dates, .with { display: block; font-size: 12.5px; color: var(--soft); font-variant-numeric: tabular-nums; }
.then { background: var(--wash); border-inline-start: 3px solid var(--accent); border-radius: 0 6px 6px 0; margin-inline: -16px; padding: 8px 16px 9px 13px; }
.then .title { font-weight: 600; }
.none { color: var(--soft); }
li + li { margin-top: 5px; }
.holders [aria-current] .title { font-weight: 600; color: var(--accent); }
.events li { display: grid; gap: 0; }
.disputed, .uncertain h3 { color: var(--warn); }
.disputed { display: block; font-size: 12.5px; margin-top: 4px; }
.choices { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 4px; }
.choices button { font: inherit; text-align: start; color: inherit; background: none; border: 1px solid var(--line); border-radius: 6px; padding: 4px 8px; cursor: pointer; }
.choices button[aria-pressed="true"] { border-color: var(--accent); background: var(--wash); }
.choices span { display: block; font-size: 12px; color: var(--soft); }
footer { margin-top: 12px; padding-top: 8px; border-top: 1px solid var(--line); font-size: 12.5px; color: var(--soft); }
a { color: var(--accent); text-underline-offset: 2px; }
summary { cursor: pointer; margin-top: 4px; width: fit-content; }
details li::before { content: "– "; }
@media (prefers-color-scheme: dark) {
  [popover] { box-shadow: 0 1px 2px #0008, 0 12px 32px #000a; }
}
[popover].pinned { inset: 8px 8px auto auto; max-height: min(24rem, calc(100vh - 16px)); width: min(20rem, calc(100vw - 16px)); }
[popover].pinned:dir(rtl) { inset: 8px auto auto 8px; }
@media (max-width: 480px) {
  [popover], [popover].pinned { inset: auto 0 0 0; width: 100%; max-height: 62vh; border-radius: 14px 14px 0 0; border-width: 1px 0 0; padding-bottom: env(safe-area-inset-bottom); }
  .tool { width: 36px; height: 36px; }
}
@media (forced-colors: active) {
  [popover] { border: 2px solid CanvasText; }
  .then { border-inline-start-color: Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  [popover]:popover-open { animation: rise .12s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 3px; } }
}
`;
