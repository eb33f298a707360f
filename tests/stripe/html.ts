/** Text made safe for HTML; everything that is not from these files goes through it. */
export function escape( text: string ): string {
	return text.replace( /[&<>"']/g, ( one ) => `&#${ one.charCodeAt( 0 ) };` );
}

export function document( title: string, body: string ): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${ escape( title ) }</title>
<style>${ STYLE }</style>
</head>
<body>
${ body }
</body>
</html>
`;
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:15px/1.5 system-ui,sans-serif;color:#1d2327;background:#f4f5f7}
main{max-width:72rem;margin:0 auto;padding:2rem 1rem 4rem}
main.narrow{max-width:28rem;padding-top:12vh}
h1{font-size:1.5rem;margin:0 0 .25rem}
h2{font-size:1.05rem;margin:2.25rem 0 .75rem}
p{margin:.25rem 0 1rem}
.card{background:#fff;border:1px solid #dcdfe4;border-radius:10px;padding:1.5rem}
.scroll{overflow-x:auto;background:#fff;border:1px solid #dcdfe4;border-radius:10px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.55rem .9rem;border-bottom:1px solid #eceef1;white-space:nowrap}
tr:last-child td{border-bottom:0}
th{font-size:.8rem;color:#50575e;font-weight:600;background:#fafbfc}
.amount{text-align:right;font-variant-numeric:tabular-nums}
.quiet{color:#50575e}
code{font:.85em ui-monospace,monospace}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
form{display:inline}
button{font:inherit;font-weight:600;padding:.5rem 1rem;min-height:2.5rem;border-radius:8px;border:1px solid #8c8f94;background:#fff;color:#1d2327;cursor:pointer}
button.primary{background:#1d4ed8;border-color:#1d4ed8;color:#fff}
button:focus-visible{outline:3px solid #93b4ff;outline-offset:2px}
.state{display:inline-block;padding:.1rem .55rem;border-radius:99px;background:#eceef1;font-size:.85rem}
.state.good{background:#d7f2e1;color:#0a4f28}
.state.bad{background:#fbdddd;color:#7a1212}
.state.waits{background:#fdf0cf;color:#614700}
`;
