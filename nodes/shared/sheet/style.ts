/** Black on white, one document a page, wide tables that stay on the paper. */
export const STYLE = [
	'body{font:13px/1.4 Arial,Helvetica,sans-serif;color:#111;background:#fff;margin:24px}',
	'.sheet{break-after:page;margin:0 0 40px}.sheet:last-child{break-after:auto}',
	'h1{font-size:19px;margin:0 0 2px}h2{font-size:14px;margin:14px 0 4px}',
	'.result{font-size:15px;font-weight:bold;margin:0 0 10px}',
	'table{border-collapse:collapse;margin:10px 0}th,td{text-align:left;vertical-align:top;padding:3px 10px 3px 0}',
	'.facts th{font-weight:normal;color:#555;white-space:nowrap}',
	'.facts td{overflow-wrap:anywhere}.lines{width:100%}.lines thead th{border-bottom:1px solid #111}.lines tbody td{border-bottom:1px solid #ddd}',
	'.lines tfoot td{border-top:1px solid #111;font-weight:bold}',
	'.amount{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}',
	'ul{margin:4px 0;padding-left:20px}li{margin:0 0 6px}.small{color:#555;font-size:11px}',
	'@media print{body{margin:0}}',
].join('\n');
