/** What all pages of the sandbox share: colours for light and dark, type, buttons, fields. */
export const BASE_STYLE = `
:root{color-scheme:light dark;--bg:#fbfbfa;--surface:#fff;--sunken:#f4f4f2;--line:#e6e6e2;--line-strong:#d4d4cf;--field:#858a8f;--ink:#1b1d1f;--ink-2:#54585d;--ink-3:#656a70;--accent:#0b6e5f;--accent-ink:#fff;--accent-soft:#e3f2ee;--del:#6a3fb5;--del-soft:#efe8fb;--link:#a8500a;--link-soft:#fcebdc;--danger:#b3261e;--danger-soft:#fbe6e4;--warn:#8a5a00;--warn-soft:#fff4d6;--warn-ink:#5c4300;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{--bg:#131517;--surface:#191c1f;--sunken:#101214;--line:#2a2e32;--line-strong:#3a3f45;--field:#6d747b;--ink:#eceded;--ink-2:#b3b8bd;--ink-3:#8b9197;--accent:#4fc3ae;--accent-ink:#062019;--accent-soft:#12332d;--del:#b99af0;--del-soft:#2a2140;--link:#f0a868;--link-soft:#3a2714;--danger:#f2867e;--danger-soft:#401b18;--warn:#e0b252;--warn-soft:#3b3115;--warn-ink:#f2d98c}}
*{box-sizing:border-box;margin:0}
body{background:var(--bg);color:var(--ink);font:13px/1.45 "Inter Variable",Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;-webkit-font-smoothing:antialiased}
h1{font-size:20px;font-weight:600;line-height:1.2;letter-spacing:-.015em}
h2{font-size:15px;font-weight:600;letter-spacing:-.005em}
a{color:var(--accent);text-underline-offset:2px}
code{font-family:var(--mono);font-size:12px}
button,input,select{font:inherit;color:inherit}
button{cursor:pointer;border:1px solid var(--line-strong);background:var(--surface);border-radius:6px;padding:4px 11px;min-height:30px;font-weight:500}
button:hover{background:var(--sunken)}
button.main{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}
button.main:hover{filter:brightness(1.07)}
button.quiet{border-color:transparent;background:transparent;color:var(--ink-2)}
button.quiet:hover{background:var(--sunken);color:var(--ink)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.note{background:var(--warn-soft);color:var(--warn-ink);font-weight:550}
.muted{color:var(--ink-3)}`;
