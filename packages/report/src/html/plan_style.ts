import { style } from './style.ts'

/** What the page of a plan adds to the style sheet: charts, bars and figures. */
const charts = `
:root{--before:var(--must);--before-wash:var(--must-wash);--after:var(--accent);
--after-wash:#dbe6ef;--best:var(--may);--done:var(--stays)}
@media (prefers-color-scheme:dark){:root{--after-wash:#223447}}
body{overflow-wrap:break-word}
.answer{font-size:1.3rem;line-height:1.4;max-width:52rem;text-wrap:pretty}
.comparison{list-style:none;padding:0;margin:1.2rem 0;max-width:52rem}
.comparison li{display:grid;grid-template-columns:12rem 1fr 4.5rem;gap:1rem;align-items:center;
padding:.18rem 0;font-size:.92rem}
.comparison strong{text-align:right;font-variant-numeric:tabular-nums}
.track{display:block;min-width:4rem;background:var(--wash)}
.fill{display:block;height:.85rem;background:var(--soft);min-width:1px}
.before .fill,.fill.before{background:var(--before)}
.after .fill,.fill.after{background:var(--after)}
.greedy .fill{background:var(--best)}
.comparison .after{font-weight:600}
.comparison .bound .fill{background:repeating-linear-gradient(90deg,var(--soft) 0 3px,
transparent 3px 6px)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem 2rem;
margin:1.4rem 0 .4rem}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end;
border-left:3px solid var(--line);padding-left:.9rem}
.figures dd{margin:0;font-size:1.45rem;font-weight:600;line-height:1.25}
.figures dt{color:var(--soft);font-size:.88rem}
.chart{width:100%;height:auto;max-width:52rem;min-width:40rem}
.chart.gantt{max-width:none;min-width:62rem}
.gantt-narrow{display:none}
.schedule tbody th,#limits tbody th{min-width:13rem}
td.stops{min-width:11rem;width:19%}
svg .group{paint-order:stroke;stroke:var(--paper);stroke-width:4px}
svg .end{text-anchor:end}
svg .middle{text-anchor:middle}
svg .axis,svg .grid text,svg .small{fill:var(--soft)}
svg .small{font-size:10.5px}
svg .group{font-weight:600}
.grid path{stroke:var(--line);fill:none}
.grid.faint path{stroke-opacity:.5}
.grid.zero path{stroke:var(--soft)}
.work{fill:var(--after)}
.effect{stroke:var(--done);stroke-width:2.5;stroke-opacity:.55;fill:none}
.waits path{fill:none;stroke:var(--ink);stroke-opacity:.6;stroke-width:1.2}
.deadline{fill:var(--before);stroke:var(--before);stroke-width:1.5}
.hover{stroke:transparent;stroke-width:24;fill:none;pointer-events:all}
.measure:hover .hover{stroke:var(--wash)}
.today path{stroke:var(--before);stroke-width:1.5;fill:none}
.today text{fill:var(--before)}
.area{stroke:none}
.area.before{fill:var(--before-wash)}
.area.after{fill:var(--after-wash)}
.line{fill:none;stroke-width:2}
.line.before{stroke:var(--before)}
.line.after{stroke:var(--after);stroke-width:2.5}
.line.greedy{stroke:var(--best);stroke-dasharray:6 4}
.greedy text{fill:var(--best)}
.finish circle{fill:var(--after);stroke:var(--paper);stroke-width:1.5}
.unproven{fill:var(--after-wash);stroke:none}
.point circle,.point path{fill:var(--after);stroke:var(--paper);stroke-width:1.2}
.point.open circle,.point.open path{fill:var(--paper);stroke:var(--after);stroke-width:1.6}
.nothing circle{fill:var(--before);stroke:var(--paper);stroke-width:1.5}
.nothing text{fill:var(--before)}
.knee text,.chosen text,.nothing text{font-weight:600}
.knee text,.chosen text,.nothing text{paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.chosen circle{fill:none;stroke:var(--ink);stroke-width:2}
.bars{display:block;min-width:9rem}
.bars .fill{height:.5rem;margin:.15rem 0}
td.pair{min-width:10rem;vertical-align:middle}
td.load{min-width:13rem}
.load{width:100%;max-width:17rem;height:auto}
.load .limit{stroke:var(--before);stroke-width:1;stroke-dasharray:3 2;fill:none}
.load .effect{stroke:var(--line);stroke-opacity:1;stroke-width:1}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:0 3rem}
.points{padding-left:1.2rem}
.points li{padding:.2rem 0;max-width:46rem}
`

const narrow = `
@media screen and (max-width:46rem){
.chart.gantt{display:none}
.chart.gantt-narrow{display:block;min-width:0}
.answer{font-size:1.12rem}
.comparison li{grid-template-columns:1fr auto;gap:.1rem 1rem}
.comparison .track{grid-column:1/-1;grid-row:2}
.schedule td:not(.number):not(.day){min-width:14rem}
.figures{grid-template-columns:1fr 1fr}
.figures dd{font-size:1.2rem}
}
`

const paper = `
@media print{
:root{--before:#8a0f0f;--before-wash:#f3dcda;--after:#1f4b73;--after-wash:#d5e2ee;--best:#5f3f00;
--done:#1d4d31}
.fill,.area,.work,.track{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.answer{font-size:13pt}
.chart,.chart.gantt{min-width:0;max-width:100%}
.schedule .chart{max-height:150mm}
.schedule .legend svg{max-height:none;width:34px}
.figures dd{font-size:14pt}
.bars,td.pair,td.load{min-width:0}
.comparison,.figures,.chart{break-inside:avoid}
table{break-inside:auto}
}
`

export const planStyle = style + [charts, narrow, paper].join('').replaceAll('\n', '')
