import { htmlPage } from '../../http/env.ts'
import type { Language } from '../../json/language.ts'
import { say } from '../../rules/messages.ts'

function page(status: number, title: string, text: string, headers: Record<string, string> = {}): Response {
  return new Response(htmlPage(title, `<p>${text}</p>`), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  })
}

/** What a hotel's network answers to everything until somebody accepts its terms. */
export const captivePortal = (): Response => page(200, 'Misafir İnternet', 'Bağlanmak için koşulları kabul edin.')

export const serverError = (): Response => page(500, '500', 'Sunucuda bir sorun oluştu.')

/** A redirect to the login page, which is how a shop tells a browser that it is signed out. */
export function loginRedirect(path: string): Response {
  return page(302, 'Giriş yap', 'Yönlendiriliyorsunuz.', { location: `/users/login/?next=${encodeURIComponent(path)}` })
}

/** A 429, with or without a time to come back. */
export function throttled(retryAfter: number | string | null | undefined, language: Language): Response {
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': String(retryAfter ?? 30) }
  return Response.json({ detail: say('throttled', language) }, { status: 429, headers })
}
