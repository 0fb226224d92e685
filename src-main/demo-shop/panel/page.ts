import type { RequestLogEntry } from '../http/request-log.ts'
import { isoOf } from '../world/format.ts'
import type { PanelState } from './control.ts'
import { type OfferedFault, type OfferedGroup, offeredGroups } from './fault-list.ts'
import { panelStyle } from './style.ts'

const shownEntries = 50

/** The panel as one page: plain forms, no script, nothing from anywhere else. */
export function panelPage(state: PanelState, log: readonly RequestLogEntry[], nonce: string): string {
  const rows = log.slice(-shownEntries).reverse().map(logRow).join('')
  const broken = !state.up || state.faults.length > 0
  const active = state.faults.map(fault => `<li><code>${escapeHtml(JSON.stringify(fault))}</code></li>`).join('')
  return `<!doctype html>
<html lang="tr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Demo mağaza paneli · Demo shop panel</title><style nonce="${nonce}">${panelStyle}</style></head>
<body>
<header><h1>Demo mağaza <small>Demo shop</small></h1>
<p class="${broken ? 'bad' : 'good'}">${broken ? 'Bozuk · Broken' : 'Sağlam · Healthy'}</p></header>
<section><h2>Durum <small>State</small></h2>
<dl><dt>Adres · URL</dt><dd><code>${escapeHtml(state.shopUrl)}</code>${state.up ? '' : ' (kapalı · down)'}</dd>
<dt>Müşteri · Customer</dt><dd><code>${escapeHtml(state.customer.email)}</code> / <code>${escapeHtml(state.customer.password)}</code></dd>
<dt>Personel · Staff</dt><dd><code>${escapeHtml(state.staff.username)}</code> / <code>${escapeHtml(state.staff.password)}</code></dd>
<dt>Mağaza saati · Shop clock</dt><dd>${escapeHtml(isoOf(state.now))} (+${Math.round(state.clockOffsetMs / 1000)} s)</dd>
<dt>POST</dt><dd>${state.posts}</dd>${state.writeError ? `<dt>Dosya · File</dt><dd>${escapeHtml(state.writeError)}</dd>` : ''}</dl>
<ul class="faults">${active}${state.up ? '' : '<li><code>network-down</code></li>'}</ul>
<form method="post" action="/heal"><button class="heal">Onar · Heal</button></form>
<form method="post" action="/advance"><input name="ms" type="number" value="60000" min="0" aria-label="ms"><button>Saati ilerlet · Advance (ms)</button></form>
<form method="post" action="/decide"><input name="id" type="number" required placeholder="talep · request" aria-label="talep no · request id"><select name="outcome" aria-label="karar · decision"><option value="complete">onayla · approve</option><option value="reject">reddet · reject</option></select><button>Karar ver · Decide</button></form>
<a href="/">Yenile · Refresh</a></section>
<nav>${offeredGroups.map(({ id, tr, en }) => `<a href="#${id}">${escapeHtml(tr)} <small>${escapeHtml(en)}</small></a>`).join('')}</nav>
${offeredGroups.map(groupSection).join('')}
<section><h2>Son ${shownEntries} çağrı <small>Last calls</small></h2>
<table><thead><tr><th>Saat</th><th>Yöntem</th><th>Yol · Path</th><th>Yanıt</th><th>Etki · Effect</th><th>Arıza · Fault</th></tr></thead><tbody>${rows}</tbody></table></section>
</body></html>`
}

function groupSection({ id, tr, en, faults }: OfferedGroup): string {
  return `<section id="${id}"><h2>${escapeHtml(tr)} <small>${escapeHtml(en)}</small></h2><ul class="offers">${faults.map(faultForm).join('')}</ul></section>`
}

function faultForm(fault: OfferedFault): string {
  return `<li><form method="post" action="/break"><input type="hidden" name="kind" value="${fault.kind}">
<span class="what"><strong>${escapeHtml(fault.tr)}</strong><small>${escapeHtml(fault.en)}</small></span>
<span class="which"><code>${fault.kind}</code><small>${fault.parts}</small></span>${fieldOf(fault)}${limitsOf(fault)}<button>Boz · Break</button></form></li>`
}

function fieldOf({ field, tr }: OfferedFault): string {
  if (!field) return ''
  return `<input name="${field.name}" type="number" min="0" value="${field.value}" aria-label="${escapeHtml(tr)}">`
}

function limitsOf({ routes, route }: OfferedFault): string {
  if (routes.length === 0) return ''
  const all = routes.length === 1 ? '' : '<option value="">her çağrıda · every call</option>'
  const options = routes.map(name => `<option${name === route ? ' selected' : ''}>${name}</option>`)
  return `<select name="route" aria-label="çağrı · call">${all}${options.join('')}</select>
<input name="times" type="number" min="1" placeholder="∞ kez" title="kaç kez · how often" aria-label="kez · times">`
}

function logRow(entry: RequestLogEntry): string {
  const time = isoOf(entry.at).slice(11, 23)
  const status = entry.delivered ? String(entry.status) : `${entry.status || '–'} ✂`
  const effect = entry.effect ? `✔ ${entry.requestIds.join(' ')}` : ''
  const cells = [time, entry.method, entry.path, status, effect, entry.faults.join(' ')]
  return `<tr class="${entry.method === 'GET' ? '' : 'write'}">${cells.map(cell => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, letter => entities[letter] ?? '')
}
