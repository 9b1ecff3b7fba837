/**
 * The style sheet: calm, one accent, system fonts, light and dark, narrow screens and A4. Colour
 * only repeats what a sign and a word already say.
 */
const colours = `
:root{color-scheme:light dark;--ink:#1d2228;--soft:#57606b;--line:#d9d9d3;--paper:#fdfcf9;
--wash:#f4f2ec;--accent:#1f4b73;--must:#a11d1d;--must-wash:#f8e6e3;--may:#7d5300;
--may-wash:#f8efd9;--contested:#5a3a8a;--contested-wash:#ece6f5;--unknown:#46525e;
--unknown-wash:#e8ebee;--stays:#2e6a48;--stays-wash:#fdfcf9}
@media (prefers-color-scheme:dark){:root{--ink:#e4e3de;--soft:#a3a9b0;--line:#3a3f45;
--paper:#16191d;--wash:#1f2328;--accent:#8fb8dc;--must:#f08a80;--must-wash:#3b1f1f;--may:#e0b357;
--may-wash:#362b14;--contested:#bda4ea;--contested-wash:#2c2440;--unknown:#b4bdc7;
--unknown-wash:#2a2f35;--stays:#86c7a0;--stays-wash:#16191d}}
.must-stop{--tone:var(--must);--wash-tone:var(--must-wash)}
.may-stop{--tone:var(--may);--wash-tone:var(--may-wash)}
.contested{--tone:var(--contested);--wash-tone:var(--contested-wash)}
.unknown{--tone:var(--unknown);--wash-tone:var(--unknown-wash)}
.stays{--tone:var(--stays);--wash-tone:var(--stays-wash)}
`

const base = `
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;
background:var(--paper);color:var(--ink);scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:78rem;padding:0 clamp(1rem,4vw,3rem) 4rem}
h1,h2,h3,h4{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,
"DejaVu Serif",serif;font-weight:600;line-height:1.25;text-wrap:balance}
h1{font-size:clamp(1.7rem,4vw,2.4rem);margin:.1em 0 .2em}
h2{font-size:1.45rem;margin:0 0 .6rem}
h3{font-size:1.12rem;margin:2rem 0 .5rem}
h4{font-size:1rem;margin:1rem 0 .3rem}
p,ul,ol{margin:.4rem 0}
p,.headline li,.facts li,.chokepoints li{max-width:46rem}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
small{display:block;color:var(--soft);font-size:.82rem;font-weight:400;line-height:1.4}
code{font:.86em ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace;
overflow-wrap:anywhere}
time,.chance,td.number,td.day{font-variant-numeric:tabular-nums}
time,.chance{white-space:nowrap}
.note{color:var(--soft);font-size:.9rem}
.lead{font-size:1.12rem;line-height:1.5}
.spoken,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;
clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:absolute;top:.5rem;left:.5rem;padding:.4rem .8rem;background:var(--paper);
border:2px solid var(--accent);z-index:1}
.top{border-bottom:3px double var(--line);padding:2.4rem 0 1.2rem;margin-bottom:1.2rem}
.kicker{color:var(--accent);letter-spacing:.08em;text-transform:uppercase;font-size:.8rem;
font-weight:600}
.when{font-size:1.05rem;color:var(--soft)}
.lists-used{list-style:none;padding:0;color:var(--soft);font-size:.9rem}
nav ol{columns:19rem;column-gap:2rem;padding:0 0 0 1.6rem;margin:0;font-size:.92rem}
nav li{break-inside:avoid;padding:.12rem 0}
nav li::marker,span.number{color:var(--soft)}
.how{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:.4rem 2.4rem;
background:var(--wash);border-radius:6px;padding:1rem 1.3rem;margin:1.6rem 0;font-size:.92rem}
.how h2{font-size:1rem;margin:.2rem 0}
section{border-top:1px solid var(--line);padding-top:1.5rem;margin-top:2.4rem}
.end{border-top:3px double var(--line);margin-top:3rem}
`

const findings = `
.sign{color:var(--tone);display:inline-block;width:1.15em;margin-right:.2em;
text-align:center;font-weight:700}
.badge{white-space:nowrap;color:var(--tone);font-weight:600;font-size:.9rem}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;padding:0;font-size:.9rem}
.headline{list-style:none;padding:0;display:grid;gap:1.3rem;
grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr))}
.headline li{border-left:3px solid var(--line);padding-left:1rem}
.headline h3{margin:0 0 .4rem}
.bar{display:flex;gap:2px;margin:.3rem 0}
.cell{flex:0 1 1.5rem;min-width:.7rem;height:1.5rem;background:var(--wash-tone);
border:1px solid var(--tone);display:grid;place-items:center;font-size:.72rem;line-height:1}
.cell .sign{width:auto;margin:0}
.wide{overflow-x:auto;margin:.6rem 0;position:relative}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--soft);padding:.3rem 0;font-size:.86rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem .45rem 0;
border-bottom:1px solid var(--line);min-width:4.5rem}
thead th{vertical-align:bottom;border-bottom:2px solid var(--soft);font-size:.84rem}
tbody th{font-weight:600}
td.number,th.number{text-align:right;padding-right:1.2rem}
td.day{white-space:nowrap}
.situation th,.situation td{padding:.45rem .6rem;min-width:8.4rem}
.situation thead th{max-width:13rem}
.situation thead a{color:inherit}
.situation th:first-child{position:sticky;left:0;background:var(--paper);padding-left:0;
min-width:11rem;max-width:17rem;z-index:1}
.situation td{background:var(--wash-tone);border-left:2px solid var(--paper)}
.certain,.possible{white-space:nowrap}
.certain time{font-weight:700;color:var(--must)}
.possible time{color:var(--may)}
.situation .chance,.situation .open{font-size:.82rem;color:var(--soft)}
.situation .chance{padding-left:1.4em}
.rows{list-style:none;padding:0;border-top:1px solid var(--line)}
.rows>li{border-bottom:1px solid var(--line)}
.rows>li>details>summary{display:grid;align-items:baseline;gap:.1rem 1rem;padding:.45rem 0;
grid-template-columns:1rem minmax(12rem,1fr) 8rem 13.5rem 5.5rem}
.rows>li>details>summary::before{content:"▸";color:var(--soft)}
.rows>li>details[open]>summary::before{content:"▾"}
.rows>li>details>summary::-webkit-details-marker{display:none}
.rows>li>details>summary:hover{background:var(--wash)}
.rows>li>details>:not(summary){margin-left:2rem}
.rows .said{grid-column:2/-1}
.rows .what{font-weight:600}
.rows .chance{text-align:right}
.rows .days{font-size:.9rem}
summary{cursor:pointer}
.group{margin:.8rem 0}
.group>summary{color:var(--accent)}
.proof,.proof ul{list-style:none;padding:0;margin:0}
.proof{padding-bottom:.9rem;font-size:.93rem}
.proof ul{margin-left:.45rem;padding-left:1.1rem;border-left:1px solid var(--line)}
.proof li{padding:.16rem 0}
.place{color:var(--soft);font-size:.82rem;overflow-wrap:anywhere}
.chokepoints,.facts{padding-left:1.6rem}
.chokepoints>li,.facts>li{padding:.4rem 0}
.order{font-weight:600}
.chokepoints .order,.chokepoints ul{margin:.1rem 0}
.reading,.disputed{margin:1rem 0 1.6rem}
.other{border-left:3px solid var(--line);padding-left:1rem;margin:.8rem 0}
.under{font-weight:600;font-size:.9rem;margin-top:.6rem}
.accounts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem}
blockquote{margin:0;background:var(--wash);padding:.7rem 1rem;border-radius:6px}
blockquote footer{font-size:.86rem;color:var(--soft);overflow-wrap:anywhere}
.sha{font-size:.76rem}
`

const picture = `
svg text{font:12px system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif;fill:var(--ink)}
svg .column{font-weight:600;fill:var(--soft)}
svg{display:block}
.legend svg{display:inline-block;vertical-align:-2px}
.node .box{fill:var(--paper);stroke:var(--line)}
.node.must-stop .box,.node.may-stop .box,.node.contested .box,.node.unknown .box{
fill:var(--wash-tone);stroke:var(--tone)}
.node .mark{fill:var(--tone);stroke:none}
.node text.mark{font-weight:700}
.node .ring{fill:none;stroke:var(--tone);stroke-width:1.4}
.node.target .box{stroke-width:2.5}
.node.function text:not(.mark){font-weight:600}
.edges path{fill:none;stroke:var(--soft);stroke-opacity:.38;stroke-width:1.1}
.edges .must-stop{stroke:var(--must);stroke-opacity:.6;stroke-width:1.5}
.edges .supplied-by{stroke-dasharray:5 3}
.edges .owned-by{stroke-dasharray:1.5 3;stroke-opacity:.9}
@media screen and (min-width:82rem){.picture .wide{width:calc(100vw - 4rem);
margin-left:calc(50% - 50vw + 2rem)}}
`

const narrow = `
@media (max-width:46rem){
.rows>li>details>summary{grid-template-columns:1rem 1fr auto}
.rows .what{grid-column:2/4}
.rows .badge{grid-column:2}
.rows .chance{grid-column:3}
.rows .days{grid-column:2/4;grid-row:3}
.rows>li>details>:not(summary){margin-left:1rem}
.situation th:first-child{min-width:8.5rem;max-width:9rem}
nav ol{columns:1}
}
`

const paper = `
@media print{
:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--wash:#fff;--accent:#000;
--must:#8a0f0f;--must-wash:#fff;--may:#5f3f00;--may-wash:#fff;--contested:#43276e;
--contested-wash:#fff;--unknown:#333;--unknown-wash:#fff;--stays:#1d4d31;--stays-wash:#fff}
@page{size:A4;margin:16mm 15mm 18mm}
@page picture{size:A4 landscape;margin:10mm}
html{font-size:9.5pt}
body{max-width:none;padding:0}
h1{font-size:20pt}h2{font-size:14pt}h3{font-size:11.5pt}
h2,h3,h4,caption,h2+.note{break-after:avoid}
.headline{grid-template-columns:repeat(3,1fr);gap:1rem}
.how{font-size:8pt;padding:.4rem .8rem;margin:.6rem 0}
.top{padding-top:0}
section{margin-top:1.4rem;padding-top:1rem}
tr,.rows>li>details>summary,.headline li,.chokepoints>li,.facts>li,.disputed,.how{
break-inside:avoid}
thead{display:table-header-group}
table{break-inside:avoid;font-size:8.5pt}
th,td{padding:.2rem .5rem .2rem 0}
.group .rows{columns:2;column-gap:1.6rem}
.group .rows>li{break-inside:avoid}
.scenario,.picture,#situation{break-before:page}
.picture{page:picture}
.picture svg{width:100%;height:auto;max-height:135mm}
.picture .legend svg{width:auto;max-height:none}
.wide{overflow:visible}
.situation th,.situation td{min-width:0;padding:.2rem .4rem}
.situation th:first-child{position:static;min-width:0}
nav,.skip{display:none}
a{text-decoration:none}
.rows>li>details>summary::before{content:""}
details:not(.bulk)::details-content{content-visibility:visible;display:block;block-size:auto;
height:auto}
details:not(.bulk)>*{display:revert}
.rows>li>details>summary{display:grid!important;padding:.2rem 0;
grid-template-columns:0 minmax(9rem,1fr) 6.5rem 12rem 4.5rem}
.group .rows>li>details>summary{grid-template-columns:0 minmax(5rem,1fr) auto 4rem}
.group .rows .badge{display:none}
.proof details>summary{list-style:none}
}
`

export const style = [colours, base, findings, picture, narrow, paper].join('').replaceAll('\n', '')
