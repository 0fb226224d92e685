export const panelStyle = `
:root{color-scheme:light dark;--ink:light-dark(#1c1b22,#eceaf2);--soft:light-dark(#6b6875,#a5a1b2);--line:light-dark(#dedbe6,#393644);
--card:light-dark(#fff,#23212b);--page:light-dark(#f5f4f8,#18171d);--accent:#5b4bd6}
*{box-sizing:border-box}body{margin:0 auto;max-width:70rem;padding:1.5rem;font:14px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page)}
header{display:flex;justify-content:space-between;align-items:center}h1{font-size:1.4rem}h2{font-size:1rem;margin:0 0 .75rem}small{color:var(--soft);font-weight:400}
header p{padding:.25rem .8rem;border-radius:1rem;color:#fff;font-weight:600}.good{background:#1d7a4c}.bad{background:#b3261e}
section{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem 1.25rem;margin:0 0 1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0 0 .75rem}dt{color:var(--soft)}dd{margin:0}
nav{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;margin:0 0 1rem;padding:0 .25rem}section{scroll-margin-top:1rem}
.offers{list-style:none;margin:0;padding:0}.offers form{display:grid;grid-template-columns:minmax(12rem,1fr) 13rem 5rem 14rem 4.5rem max-content;gap:.75rem;align-items:center;padding:.3rem 0;border-top:1px solid var(--line)}
.what,.which{display:flex;flex-direction:column;grid-column:1}.which{grid-column:2;overflow-wrap:anywhere}.offers [type=number]{grid-column:3;width:100%}.offers select{grid-column:4;width:100%}
.offers [name=times]{grid-column:5}.offers button{grid-column:6;margin:0}.offers form>*{grid-row:1}
section>form{display:inline-flex;gap:.5rem;margin-right:1rem}
button{font:inherit;border:0;border-radius:.4rem;padding:.35rem .8rem;background:var(--accent);color:#fff;cursor:pointer;margin-top:auto}.heal{background:#1d7a4c}
input,select{font:inherit;padding:.25rem .4rem;border:1px solid var(--line);border-radius:.35rem;background:var(--page);color:var(--ink)}
table{width:100%;border-collapse:collapse;font-size:12px}th{text-align:left;color:var(--soft);font-weight:500}td,th{padding:.2rem .5rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.write td{font-weight:600}a{color:var(--accent)}`
