/** The look of the pages of development: text and style only, no scripts. */
export const devPageStyle = `
:root{color-scheme:light dark;--paper:#f7f6f2;--card:#fffefb;--line:#e4e1d8;--ink:#1c1e1b;--ink-2:#565a52;--sun:#e39a0b}
@media (prefers-color-scheme:dark){:root{--paper:#111412;--card:#181c19;--line:#2b302c;--ink:#eceee9;--ink-2:#b4b9b0;--sun:#f2b233}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 Inter,system-ui,sans-serif}
main{max-width:720px;margin:0 auto;padding:36px 16px 64px}
h1{font-size:25px;letter-spacing:-.02em;margin:0 0 4px}
h1::before{content:'●';color:var(--sun);font-size:16px;margin-right:10px;vertical-align:3px}
main>p{margin:0 0 24px;color:var(--ink-2)}
details{background:var(--card);border:1px solid var(--line);border-radius:14px;margin-bottom:12px;overflow:hidden}
summary{cursor:pointer;padding:16px 20px;display:grid;gap:2px;list-style:none}
summary::-webkit-details-marker{display:none}
summary:focus-visible{outline:2px solid #1f6f9f;outline-offset:-3px;border-radius:14px}
summary span{font-size:13.5px;color:var(--ink-2);font-variant-numeric:tabular-nums}
iframe{display:block;width:100%;height:620px;border:0;border-top:1px solid var(--line);background:#f7f6f2}
details a{display:block;padding:12px 20px;color:inherit;border-top:1px solid var(--line)}
details a::before{content:'📎';margin-right:8px}`;

/** Text for HTML content and for attributes in double quotes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

type Frame = { readonly language: string; readonly title: string; readonly style?: string };

/** A whole page of development around what stands in its `main`, which is HTML already. */
export function devPage({ language, title, style = devPageStyle }: Frame, main: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · SiteLink</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}
