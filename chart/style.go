package chart

import "strings"

// Style returns the style sheet of every picture, for pages whose pictures are
// Bare.
func Style() string {
	return sheet + "@media (prefers-color-scheme:dark){\n" + strings.ReplaceAll(dark, "&", ".entente-chart:not(.light)") +
		"}\n" + strings.ReplaceAll(dark, "&", ".entente-chart.dark")
}

const sheet = `.entente-chart{background:#fff;max-width:100%;height:auto;font:12px system-ui,"Segoe UI","Noto Sans",Arial,sans-serif}
.entente-chart[lang|=ur]{font-family:"Noto Naskh Arabic","Segoe UI",Tahoma,"Noto Sans Arabic",sans-serif}
.entente-chart .paper{fill:#fff}
.entente-chart text{fill:#1c2126}
.entente-chart .title{font-size:18px;font-weight:600}
.entente-chart[lang|=ur] .title{font-family:"Noto Nastaliq Urdu","Jameel Noori Nastaleeq","Noto Naskh Arabic",serif}
.entente-chart .note,.entente-chart .tick,.entente-chart .zero{fill:#59626c}
.entente-chart .name,.entente-chart .count{stroke:#fff;stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
.entente-chart .small{font-size:10px}
.entente-chart .lane{font-weight:600}
.entente-chart .count{font-weight:600;font-variant-numeric:tabular-nums}
.entente-chart .grid{stroke:#dde1e5;stroke-width:1}
.entente-chart .axis{stroke:#59626c;stroke-width:1}
.entente-chart .ground{fill:#f4f6f7}
.entente-chart .hatch{stroke:#9aa4ae;stroke-width:1.2}
.entente-chart .one{fill:#1f5fa8;stroke:#1f5fa8}
.entente-chart .two{fill:#b3541e;stroke:#b3541e}
.entente-chart .range{fill-opacity:.16;stroke-width:1.4;stroke-dasharray:3 2.4}
.entente-chart .outline{fill:none;stroke-width:1.4;stroke-dasharray:3 2.4}
.entente-chart .hollow{fill:none;stroke-width:1.2}
.entente-chart .stripe{fill:none;stroke-width:2.4}
.entente-chart .edge{stroke:#1f5fa8;stroke-width:1.2}
.entente-chart a{cursor:pointer}
.entente-chart a:hover text,.entente-chart a:focus text{text-decoration:underline}
.entente-chart a *{pointer-events:all}
.entente-chart a:focus{outline:2px solid #1f5fa8;outline-offset:2px}
@media print{.entente-chart .paper{fill:none}}
`

const dark = `&{background:#15191d}
& .paper{fill:#15191d}
& text{fill:#e9ecef}
& .name,& .count{stroke:#15191d}
& .note,& .tick,& .zero{fill:#a5afb9}
& .grid{stroke:#2d343b}
& .axis{stroke:#a5afb9}
& .ground{fill:#1c2228}
& .hatch{stroke:#6b7680}
& .one{fill:#7db4f0;stroke:#7db4f0}
& .edge{stroke:#7db4f0}
& .two{fill:#f0a56b;stroke:#f0a56b}
& .range{fill-opacity:.22}
& .outline,& .hollow,& .stripe{fill:none}
& a:focus{outline-color:#7db4f0}
`
