/** The page's own style; its hash stands in the page's content security policy, so that nothing else can style or script it. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--text:#1a1f2b;--soft:#555e70;--line:#d5dae3;--main:#0b57c2;--on:#fff;--good:#e3f4e7;--goodt:#124d22;--bad:#fdeceb;--badt:#7c1710;--tag:#e8ecf4}
@media(prefers-color-scheme:dark){:root{--bg:#12151b;--card:#1b2029;--text:#e8ebf1;--soft:#aab3c4;--line:#39414f;--main:#8db8ff;--on:#0d1420;--good:#173a22;--goodt:#bfeccb;--bad:#471d1a;--badt:#ffcfca;--tag:#2b3342}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:8px;z-index:9}
header,main,footer{max-width:1200px;margin:0 auto;padding:12px 20px}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 16px}
h1{font-size:1.35rem;margin:0}h2{font-size:1.1rem;margin:0 0 8px}
.soft{color:var(--soft)}.small{font-size:.875rem}
a{color:var(--main)}
nav ul{display:flex;flex-wrap:wrap;gap:6px;list-style:none;margin:0 0 12px;padding:0}
nav a{display:block;padding:7px 14px;border:1px solid var(--line);border-radius:99px;background:var(--card);text-decoration:none}
nav a[aria-current]{background:var(--main);border-color:var(--main);color:var(--on)}
.bar,.acts{display:flex;flex-wrap:wrap;gap:10px;align-items:end;margin:0 0 12px}
label{display:flex;flex-direction:column;font-size:.875rem;color:var(--soft);gap:3px}
label.check{flex-direction:row;align-items:center;gap:8px}
input,select,textarea,button{font:inherit;color:var(--text);background:var(--card);border:1px solid var(--soft);border-radius:6px;padding:7px 10px;max-width:100%}
textarea{width:100%;min-height:5em}
input[type=checkbox]{width:20px;height:20px;margin:2px}
button,.button{cursor:pointer;border-color:var(--main);color:var(--main);font-weight:600}
button.main{background:var(--main);color:var(--on)}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
.notice{padding:10px 14px;border-radius:8px;margin:0 0 12px}
.good{background:var(--good);color:var(--goodt)}.bad{background:var(--bad);color:var(--badt)}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px;margin:0 0 14px}
form{margin:0 0 12px}.card p:first-child{margin-top:0}time,.since{white-space:nowrap}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line)}
th,td{padding:9px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{font-size:.875rem;color:var(--soft)}
.num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.tag{display:inline-block;background:var(--tag);border-radius:5px;padding:1px 8px;font-size:.8125rem;white-space:nowrap}
pre{overflow:auto;background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:10px;font:.8125rem/1.45 ui-monospace,Consolas,monospace}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
svg.chart{display:block;width:100%;max-width:760px;height:auto}.chart text{fill:var(--text);font-size:14px}.chart .label{text-anchor:end}.chart .tick{text-anchor:middle;fill:var(--soft);font-size:12px}.chart line{stroke:var(--line)}.chart .bar{fill:var(--main)}.chart .below{fill:var(--badt)}section{margin:0 0 18px}summary{cursor:pointer;padding:6px 0}
.pages{display:flex;gap:14px;align-items:center;margin:12px 0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(max-width:760px){header,main,footer{padding:10px 12px}
table,tbody,tr,td{display:block;border:0}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border:1px solid var(--line);border-radius:10px;padding:8px;margin:0 0 10px;background:var(--card)}table{background:none}
td{padding:4px 6px}td[data-of]::before{content:attr(data-of) ": ";color:var(--soft);font-size:.8125rem}.num{text-align:left}
dl{grid-template-columns:1fr}dd{margin-bottom:6px}button{min-height:44px}}
`;
