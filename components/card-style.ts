/** The card’s style sheet, put into its closed shadow root as text of a style element: no page’s CSP stops that, and no page’s rules reach in. */
export const CARD_STYLE = `
:host { all: initial; }
* { box-sizing: border-box; }
[popover] {
  --ground: #fffdf9; --ink: #1d2422; --soft: #5a6461; --line: #d9d5cb; --accent: #1f5f59; --wash: #f1eee5; --warn: #7a4a08;
  color-scheme: light;
  position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px;
  background: var(--ground); color: var(--ink);
  box-shadow: 0 1px 2px #0002, 0 10px 30px #0003;
  width: min(23rem, calc(100vw - 16px)); max-height: min(32rem, calc(100vh - 16px)); overflow: auto; overscroll-behavior: contain;
  font: 14px/1.45 ui-sans-serif, system-ui, "Segoe UI", "DejaVu Sans", sans-serif; text-align: start;
}
[popover]:focus { outline: none; }
[popover]:focus-visible, :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.card { padding: 14px 16px 10px; }
header { position: relative; padding-inline-end: 26px; }
h2, h3, p, ul, ol { margin: 0; padding: 0; list-style: none; }
h2 { font: 600 20px/1.2 Charter, "Iowan Old Style", Georgia, "DejaVu Serif", serif; letter-spacing: -.005em; text-wrap: balance; }
h3 { font-size: 11px; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin-bottom: 2px; }
.kind { font-size: 12px; color: var(--accent); margin-bottom: 2px; }
.native { color: var(--soft); font-size: 15px; }
.life { color: var(--soft); font-size: 12.5px; }
.close { position: absolute; inset-block-start: -4px; inset-inline-end: -6px; width: 28px; height: 28px; border: 0; border-radius: 6px; background: none; color: var(--soft); cursor: pointer; display: grid; place-items: center; }
.close:hover { background: var(--wash); color: var(--ink); }
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
  [popover] { --ground: #1b2021; --ink: #e9e6df; --soft: #a8aea9; --line: #3a4241; --accent: #7cc7bd; --wash: #242b2b; --warn: #e0b060; color-scheme: dark; box-shadow: 0 1px 2px #0008, 0 12px 32px #000a; }
}
@media (forced-colors: active) {
  [popover] { border: 2px solid CanvasText; }
  .then { border-inline-start-color: Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  [popover]:popover-open { animation: rise .12s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 3px; } }
}
@media (max-width: 480px) {
  [popover] { inset: auto 0 0 0 !important; width: 100vw; max-height: 60vh !important; border-radius: 14px 14px 0 0; }
}
`;
