import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { faultSchema } from '../faults/fault.ts'
import { requestRecordSchema } from '../world/request-record.ts'
import type { PanelControl } from './control.ts'
import { panelPage } from './page.ts'

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])
const longestStepMs = 365 * 86_400_000

/** The panel's own small app: the page for people, the same as JSON for tests. */
export function createPanel(control: PanelControl): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    if (!isOwnCaller(c.req.url, c.req.header('host'), c.req.header('origin'))) return c.text('Forbidden', 403)
    await next()
    // Not no-referrer: browsers would then send the forms with an Origin of null, which is refused here.
    c.header('Referrer-Policy', 'same-origin')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Cache-Control', 'no-store')
    return undefined
  })

  app.get('/', c => {
    const nonce = randomBytes(16).toString('base64')
    const rules = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
    return c.html(panelPage(control.state(), control.log, nonce), 200, { 'Content-Security-Policy': rules })
  })
  app.get('/state', c => c.json(control.state()))
  app.get('/log', c => c.json(control.log))

  app.post('/break', async c => {
    const parsed = faultSchema.safeParse(await fieldsOf(c))
    if (!parsed.success) return c.json({ error: parsed.error.issues }, 400)
    control.breakWith(parsed.data)
    return answer(c, control)
  })
  app.post('/heal', c => {
    control.heal()
    return answer(c, control)
  })
  app.post('/advance', async c => {
    const ms = (await fieldsOf(c))['ms']
    if (typeof ms !== 'number' || !(ms >= 0 && ms <= longestStepMs)) return c.json({ error: 'ms' }, 400)
    control.advance(ms)
    return answer(c, control)
  })
  app.post('/decide', async c => {
    const parsed = decisionSchema.safeParse(await fieldsOf(c))
    if (!parsed.success) return c.json({ error: parsed.error.issues }, 400)
    const { id, outcome } = parsed.data
    return control.decide(id, outcome) ? answer(c, control) : c.json({ error: 'id' }, 404)
  })
  return app
}

const decisionSchema = z.object({ id: z.number().int(), outcome: requestRecordSchema.shape.outcome })

/** Refuses pages of other sites: by the Host after a rebound name, by the Origin for a form sent from elsewhere. */
function isOwnCaller(url: string, host: string | undefined, origin: string | undefined): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false
  if (!loopbackNames.has(new URL(`http://${host}`).hostname)) return false
  return origin === undefined || origin === new URL(url).origin
}

/** The body as JSON, or as a form whose empty fields are left out and whose numbers are numbers. */
async function fieldsOf(c: Context): Promise<Record<string, unknown>> {
  if (c.req.header('content-type')?.includes('json')) {
    const body: unknown = await c.req.json().catch(() => undefined)
    return typeof body === 'object' && body !== null ? { ...body } : {}
  }
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(await c.req.parseBody())) {
    if (typeof value !== 'string' || value === '') continue
    fields[name] = ['times', 'ms', 'retryAfter', 'id'].includes(name) ? Number(value) : value
  }
  return fields
}

function answer(c: Context, control: PanelControl): Response {
  const asForm = c.req.header('content-type')?.includes('form') ?? false
  const byBrowser = c.req.header('accept')?.includes('text/html') ?? false
  return asForm || byBrowser ? c.redirect('/', 303) : c.json(control.state())
}
