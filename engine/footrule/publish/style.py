"""How a page looks, on a screen and on A4: nothing is fetched, no script runs, colour carries nothing alone."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 16px; }
body { margin: 0 auto; max-width: 74rem; padding: 2.5rem 2rem 4rem; color: #1b1b1b; background: #fff;
  font-family: "Source Serif 4", "Noto Serif", Georgia, "Liberation Serif", "DejaVu Serif", "Noto Serif CJK SC",
  "Source Han Serif SC", "Songti SC", SimSun, serif; line-height: 1.55; }
body.one { max-width: 46rem; }
[lang|="en"] { font-family: "Source Serif 4", "Noto Serif", Georgia, "Liberation Serif", "DejaVu Serif", serif; }
[lang|="zh"], [lang|="zh"] body { line-height: 1.75; text-spacing-trim: trim-start; text-autospace: normal;
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
h1 [lang], h2 [lang], h3 [lang], h4 [lang], th [lang], .label [lang], dt [lang], .kind [lang], .method [lang],
summary [lang] { font-family: inherit; }
h1, h2, h3, h4, th, .number, .label, .cover dt, .kind, .method, summary { font-family: "Source Sans 3", "Noto Sans",
  "Helvetica Neue", Arial, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 2.2rem; line-height: 1.25; margin: .4rem 0 1.2rem; font-weight: 600; }
h2 { font-size: 1.45rem; margin: 3rem 0 1rem; padding-bottom: .3rem; border-bottom: 2px solid #1b1b1b; }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1.02rem; margin: 1.6rem 0 .4rem; }
h1 span[lang], h2 .title span[lang], h3 .title span[lang], h4 .title span[lang] { margin-right: .9em; }
h1 span[lang] { display: block; }
.number { margin-right: .55em; white-space: nowrap; }
article .number { color: #6b2c11; }
p { margin: .5rem 0; }
a { color: #14437d; text-underline-offset: .2em; }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2.4rem; }
.one .pair { display: block; }
.pair > div { min-width: 0; }
.outcome > span[lang] { display: inline !important; }
td > span[lang], td > div > span[lang], th > span[lang], .kind > span[lang] { display: block; }
strong > span[lang] + span[lang], .compact td > span[lang] + span[lang] { margin-left: .8em; }
.compact td > span[lang] { display: inline; }
dd > span[lang] { display: block; }
.kind { text-transform: none; color: #555; margin: 0; }
.cover { border-bottom: 2px solid #1b1b1b; padding-bottom: 1.6rem; }
.cover dl { display: grid; grid-template-columns: minmax(11rem, auto) 1fr; gap: .45rem 1.6rem; margin: 0; }
.cover dt { color: #444; }
.cover dt > span[lang] { display: inline; margin-right: .6em; }
.cover dd { margin: 0; overflow-wrap: anywhere; } .cover dd > code { font-size: .8em; }
nav ol { list-style: none; padding: 0; margin: 0; columns: 2; column-gap: 2.4rem; }
.one nav ol { columns: 1; }
nav li { break-inside: avoid; padding: .18rem 0; }
nav a { text-decoration: none; display: flex; }
nav a > span[lang] + span[lang] { margin-left: .8em; }
nav .number { min-width: 2.6em; color: inherit; }
nav .title span[lang] { margin-right: .8em; }
article { margin: 0 0 1.8rem; }
.cite { color: #555; font-size: .88rem; }
.sentence { margin: .3rem 0; }
.sentence p { margin: .3rem 0; }
.sentence ol { margin: .3rem 0; padding-left: 1.7rem; }
.sentence li { margin: .35rem 0; }
ul.where { margin: .2rem 0; padding-left: 1.2rem; list-style: none; }
p.where { margin-top: .6rem; }
.otherwise { color: #444; font-size: .92rem; }
.otherwise .label, .label { color: #555; font-size: .85rem; }
.slot { border-bottom: 1px dotted #777; }
var { font-style: italic; font-family: "STIX Two Text", "Latin Modern Roman", Cambria, Georgia, "Noto Serif", serif; }
code { font-family: "Source Code Pro", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .88em; }
.provisional { background: #fdf3d8; border-left: 4px solid #8a5a00; padding: .35rem .8rem; margin: .6rem 0;
  font-size: .92rem; }
.provisional ul { margin: 0; padding: 0; list-style: none; }
.quantity, .id { white-space: nowrap; }
.change { border-left: 4px solid #14437d; background: #eef3f9; padding: .35rem .8rem; margin: .6rem 0;
  font-size: .92rem; }
.change p { margin: .2rem 0; }
.before { margin: .2rem 0 .4rem; color: #444; }
.before summary { cursor: pointer; font-size: .92em; }
.before summary span[lang] { margin-right: .6em; }
.titled { font-weight: 600; }
.gap { color: #8a1c00; }
.note { font-size: .92rem; color: #333; }
.examples { font-size: .92rem; margin: .5rem 0; }
.examples summary { color: #444; font-size: .88rem; cursor: pointer; }
.examples summary span[lang] { margin-right: .6em; }
.examples ul { margin: .2rem 0; padding-left: 1.2rem; }
.outcome { color: #555; }
.outcome span[lang] + span[lang]::before { content: " / "; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.2rem; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #c8c8c8;
  overflow-wrap: anywhere; }
th { overflow-wrap: break-word; }
thead th { border-bottom: 2px solid #1b1b1b; font-weight: 600; }
tbody th { font-weight: 500; }
td > span[lang] + span[lang], th > span[lang] + span[lang] { margin-top: .25rem; }
.method { font-weight: 600; margin: 1rem 0 .2rem; }
.method span[lang] { margin-right: .8em; }
.classes th:first-child { width: 12%; } .classes td:nth-child(2), .classes td:nth-child(3) { width: 31%; }
dd div > span[lang] { display: block; }
.data th:nth-child(2) { width: 17%; } .data th:nth-child(3) { width: 30%; } .data th:nth-child(5) { width: 28%; }
.data td:nth-child(4) { white-space: nowrap; }
.clauses { margin: 0; padding-left: 1.1rem; }
.cited th:first-child { width: 24%; } .cited td:nth-child(2) { overflow-wrap: normal; }
.registered th:first-child { width: 26%; } .registered th:nth-child(2) { width: 28%; }
.registered td:nth-child(3) { white-space: nowrap; }
.waived th:nth-child(2) { width: 40%; } .waived th:nth-child(3) { width: 16%; }
@media screen and (max-width: 50rem) { .pair { display: block; } .pair > div + div { margin-top: .5rem; }
  nav ol { columns: 1; } body { padding: 1.2rem 1rem 3rem; } .cover dl { grid-template-columns: 1fr; } }
@page { size: A4; margin: 18mm 16mm 20mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt Arial, sans-serif; color: #444; } }
@media print {
  html { font-size: 10.5pt; } body { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; }
  .pair { column-gap: 7mm; } h1 { font-size: 22pt; } h2 { margin-top: 9mm; }
  h2, h3, h4, .cite, .method, p.where, summary, thead { break-after: avoid; }
  tr, .provisional, .note, li { break-inside: avoid; }
  article { break-inside: auto; } thead { display: table-header-group; } p, li { orphans: 3; widows: 3; }
  .contents { break-after: page; }
  .provisional, .change { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
