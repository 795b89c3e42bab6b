/** Calm, one accent, the system's font; light and dark by the browser's own choice. */
export const SWITCHES_STYLE = `
:root {
  --ground: #f6f6f4; --card: #fff; --text: #1d1d1b; --soft: #5c5c57; --line: #d9d9d4; --accent: #9a5b00; --well: #1c6b3c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #191a1b; --card: #232527; --text: #ececea; --soft: #a9aaa7; --line: #3b3e41; --accent: #e9a73f; --well: #6fcf97;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 800px; margin: 0 auto; padding: 32px 24px 48px; }
h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.2; }
h2 { margin: 0 0 4px; font-size: 18px; }
p { margin: 0 0 8px; color: var(--soft); }
.now {
  margin: 24px 0 32px; padding: 20px 24px; background: var(--card); border: 1px solid var(--line); border-radius: 12px;
  border-inline-start: 6px solid var(--well);
}
.now[data-broken="true"] { border-inline-start-color: var(--accent); }
.now p { color: var(--text); }
.now .truth { color: var(--soft); font-size: 14px; }
.open { display: inline-block; margin-top: 4px; color: var(--text); font-weight: 600; text-underline-offset: 3px; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 12px; margin: 12px 0 0; padding: 0; list-style: none; }
button {
  width: 100%; height: 100%; padding: 12px 16px; text-align: start; cursor: pointer;
  display: flex; flex-direction: column; gap: 4px;
  background: var(--card); color: var(--text); border: 1px solid var(--line); border-radius: 8px; font: inherit;
}
button span { color: var(--soft); font-size: 13px; line-height: 1.4; }
button:hover { border-color: var(--soft); }
button[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.now form { margin-top: 16px; }
.repair { width: auto; height: auto; padding: 8px 16px; font-weight: 600; }
:is(a, button):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (forced-colors: active) { button[aria-pressed="true"] { border-width: 3px; } }
`;
