import { BASE_STYLE } from "./style";

/** The page at `/`. Wide: a rail beside the sections; narrow: the rail becomes a bar, tables scroll or fold. */
export const DASHBOARD_STYLE = `${BASE_STYLE}
html{scroll-padding-top:64px;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
.skip{position:absolute;left:12px;top:-60px;background:var(--surface);padding:8px 12px;border-radius:6px;z-index:3}
.skip:focus{top:8px}
.note{padding:6px 24px;font-size:12px;text-align:center}
.app{display:grid;grid-template-columns:208px minmax(0,1fr);max-width:1560px;margin:0 auto}
nav{position:sticky;top:0;height:100vh;overflow:auto;border-right:1px solid var(--line);padding:16px 10px;display:flex;flex-direction:column;gap:2px;background:var(--bg);z-index:2}
.brand{display:flex;align-items:center;gap:9px;font-weight:650;font-size:14px;padding:2px 8px 14px;letter-spacing:-.01em}
.brand svg{width:22px;height:22px;flex:none}
nav a{display:flex;gap:9px;padding:6px 8px;border-radius:6px;color:var(--ink-2);text-decoration:none;white-space:nowrap}
nav a:hover{background:var(--sunken);color:var(--ink)}
main{padding:18px 24px 48px;display:grid;gap:36px;min-width:0}
.head,.bar{display:flex;align-items:center;gap:8px 12px;flex-wrap:wrap}
.head{padding-bottom:14px}
.bar{padding-bottom:10px;min-height:40px}
.grow{flex:1}
section{min-width:0}
.connect{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));border-top:1px solid var(--line);gap:0 32px}
.connect div{display:flex;align-items:center;gap:8px;min-height:40px;border-bottom:1px solid var(--line);min-width:0}
dt{color:var(--ink-3);font-size:12px}
.connect dt{flex:none;width:86px}
.connect dd{min-width:0;flex:1;display:flex;align-items:center;gap:8px;overflow-wrap:anywhere}
.connect code{flex:1;min-width:0}
.copy{padding:2px 8px;min-height:26px;font-size:12px;flex:none}
.scroll{overflow:auto;border:1px solid var(--line);border-radius:10px;background:var(--surface)}
.scroll.log{max-height:440px}
table{width:100%;border-collapse:collapse}
thead>tr>*{position:sticky;top:0;background:var(--sunken);font-weight:550;font-size:12px;color:var(--ink-2);text-align:left;padding:6px 10px;white-space:nowrap;z-index:1;border:0;box-shadow:inset 0 -1px var(--line)}
td,tbody th{padding:6px 10px;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line);font-weight:400}
tbody th{font-weight:550}
tbody tr:last-child>*{border-bottom:0}
tbody tr:hover>*{background:var(--sunken)}
.num{text-align:right;white-space:nowrap}
thead th.num{text-align:right}
.end{text-align:right}
.none td,.none{color:var(--ink-3);padding:18px 12px}
.at,.status,.who{white-space:nowrap}
.at{color:var(--ink-3)}
.call{width:100%}
.call code{overflow-wrap:anywhere}
.call b{font-weight:550;font-size:12px}
.status .code{font-weight:400}
.refused .status{color:var(--warn);font-weight:550}
.broken .status{color:var(--danger);font-weight:550}
.assumed{color:var(--del);background:var(--del-soft);border-radius:20px;padding:1px 8px;font-size:12px;font-weight:550;white-space:nowrap}
.mark{display:inline-block;margin-left:8px;border-radius:4px;padding:0 6px;font-size:12px;background:var(--sunken);color:var(--ink-2)}
.mark.fault{background:var(--danger-soft);color:var(--danger)}
.mark.warning{background:var(--warn-soft);color:var(--warn-ink)}
.tag{border-radius:20px;padding:1px 8px;font-size:12px;font-weight:550;white-space:nowrap}
.tag.own{background:var(--accent-soft);color:var(--accent)}
.tag.off{background:var(--sunken);color:var(--ink-2)}
.sub{display:block;font-weight:400}
.face span{width:26px;height:26px;border-radius:50%;display:grid;place-items:center;background:var(--accent-soft);color:var(--accent);font-size:10px;font-weight:650}
td.face{width:46px;padding-right:0;vertical-align:middle}
td.token{white-space:nowrap;text-align:right}
.token code{color:var(--ink-2)}
.shares{font-size:12px}
input:not([type=radio]),select{height:30px;width:100%;border:1px solid var(--field);border-radius:6px;background:var(--surface);padding:0 8px;min-width:0}
input::placeholder{color:var(--ink-3);opacity:1}
.find{max-width:260px}
.fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:10px 12px;align-items:end;border:1px solid var(--line);border-radius:10px;background:var(--surface);padding:14px}
.fields label{display:grid;gap:3px;font-size:12px;color:var(--ink-2);min-width:0}
.fields input,.fields select{font-size:13px;color:var(--ink)}
.fields .about{grid-column:2/-1;align-self:center;padding-top:16px}
.fields .ends{justify-self:end;grid-column:-2/-1}
[hidden]{display:none!important}
.faults{list-style:none;padding:0;margin-top:10px}
.faults li{display:flex;gap:10px;align-items:baseline;padding:6px 0;border-bottom:1px solid var(--line)}
.faults li>span:nth-child(2){flex:1;min-width:0;overflow-wrap:anywhere}
.faults .none{display:block;padding:8px 0}
.kind{font-family:var(--mono);font-size:12px;background:var(--danger-soft);color:var(--danger);border-radius:4px;padding:0 6px}
.switches{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,440px),1fr));gap:0 32px;border-top:1px solid var(--line)}
fieldset{border:0;border-bottom:1px solid var(--line);padding:8px 0;display:grid;grid-template:auto 1fr/minmax(0,1fr) auto;gap:2px 14px;min-width:0}
legend{float:left;font-family:var(--mono);font-size:12px;font-weight:600;padding:0;grid-column:1}
fieldset p{grid-column:1;color:var(--ink-2);font-size:12px}
.moved legend{color:var(--link)}
.moved legend::after{content:" moved";font-family:system-ui,sans-serif;font-weight:550;background:var(--link-soft);border-radius:20px;padding:1px 7px;margin-left:6px;font-size:11px}
.seg{grid-column:2;grid-row:1/3;align-self:center;display:inline-flex;border:1px solid var(--line-strong);border-radius:6px;background:var(--surface)}
.seg label{position:relative;display:block;cursor:pointer}
.seg label+label{border-left:1px solid var(--line)}
.seg input{position:absolute;inset:0;opacity:0;margin:0;cursor:pointer}
.seg span{display:block;padding:4px 10px;color:var(--ink-2);border-radius:5px;white-space:nowrap}
.seg input:hover+span{color:var(--ink)}
.seg input:checked+span{background:var(--accent-soft);color:var(--ink);font-weight:550;box-shadow:inset 0 0 0 1px var(--accent)}
.seg input:focus-visible+span{outline:2px solid var(--accent);outline-offset:2px}
.three{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:36px 32px}
.inline{display:flex;gap:8px;align-items:end;flex-wrap:wrap;padding-bottom:10px}
.inline label{display:grid;gap:3px;font-size:12px;color:var(--ink-2);min-width:130px;white-space:nowrap}
.gauges,.said{list-style:none;padding:0}
.gauges li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 10px;padding:8px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.gauges b{font-weight:550}
.gauges .notes{grid-column:1/-1;font-size:12px}
.full .notes{color:var(--warn)}
meter{grid-column:1/-1;width:100%;height:6px;border:0;border-radius:6px;background:var(--line);-webkit-appearance:none;appearance:none;overflow:hidden}
meter::-webkit-meter-inner-element{display:block;height:6px}
meter::-webkit-meter-bar{height:6px;border:0;background:var(--line);border-radius:6px}
meter::-webkit-meter-optimum-value,meter::-webkit-meter-suboptimum-value,meter::-webkit-meter-even-less-good-value{height:6px}
meter::-webkit-meter-optimum-value{background:var(--accent)}
meter::-webkit-meter-suboptimum-value,meter::-webkit-meter-even-less-good-value{background:var(--warn)}
meter::-moz-meter-bar{background:var(--accent)}
meter:-moz-meter-sub-optimum::-moz-meter-bar{background:var(--warn)}
.said li{padding:6px 0;border-bottom:1px solid var(--line)}
.said time,.at time{color:var(--ink-3)}
.sizes{display:grid;grid-template-columns:repeat(auto-fill,minmax(96px,1fr));gap:10px 12px;padding-bottom:12px}
.sizes dd{font-weight:550}
.sizes .muted,.gauges b .muted{font-weight:400}
.toast{position:fixed;right:20px;bottom:20px;max-width:min(420px,calc(100vw - 40px));background:var(--ink);color:var(--bg);border-radius:6px;padding:8px 14px;z-index:4;box-shadow:0 8px 24px rgb(0 0 0/.2)}
.toast:empty{display:none}
.toast.bad{background:var(--danger-soft);color:var(--danger)}
.live::before{content:"";display:inline-block;width:7px;height:7px;border-radius:50%;background:var(--accent);margin-right:6px}
[aria-pressed=true] .live::before{background:var(--warn)}
@media (max-width:900px){
.app{display:block}
nav{position:sticky;height:auto;flex-direction:row;align-items:center;overflow-x:auto;border-right:0;border-bottom:1px solid var(--line);padding:8px 16px}
.brand{padding:0 10px 0 0}
main{padding:16px 16px 40px;gap:30px}
.note{padding-inline:16px}
}
@media (max-width:640px){
.wide,.face{display:none}
.find{max-width:none;flex:1 1 100%}
.fields .about{grid-column:1/-1;padding:0}
.fields .kindfield,.fields .ends{grid-column:1/-1}
td.token{display:block;text-align:left;padding-top:0}
#people tbody tr{display:block;border-bottom:1px solid var(--line)}
#people tbody tr:last-child{border-bottom:0}
#people tbody th{display:block;border:0;padding-bottom:0}
#people td{border:0}
#people thead,#calls thead{display:none}
.token code{font-size:11px;overflow-wrap:anywhere;white-space:normal}
#calls tbody tr{display:flex;flex-wrap:wrap;gap:0 12px;border-bottom:1px solid var(--line);padding:6px 10px}
#calls tbody tr:last-child{border-bottom:0}
#calls td{border:0;padding:2px 0}
#calls td:empty{display:none}
#calls .call{order:-1;flex:1 1 100%}
#calls .status{margin-left:auto}
#calls .num{color:var(--ink-3)}
#calls .num::after{content:" columns"}
#calls .num+.num::after{content:" rows"}
#calls .ms.ms::after{content:" ms"}
fieldset{grid-template:none/minmax(0,1fr)}
.tagline{display:none}
#find{order:1}
.seg{grid-column:1;grid-row:auto;justify-self:start;margin-top:4px}
}`;
