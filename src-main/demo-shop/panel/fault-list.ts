import { type FaultKind, oddKinds } from '../faults/fault.ts'

/** A fault as the panel offers it, with the one field that it needs beyond the limits. */
export interface OfferedFault {
  readonly kind: FaultKind
  readonly tr: string
  readonly en: string
  readonly field?:
    | { readonly name: 'ms' | 'retryAfter'; readonly value: string }
    | { readonly name: 'odd'; readonly options: readonly string[] }
  /** Strikes once, whatever the limits say. */
  readonly once?: true
}

export const offeredFaults: readonly OfferedFault[] = [
  { kind: 'network-down', tr: 'Ağı kes', en: 'Drop the network', once: true },
  { kind: 'answer-lost', tr: 'İşlem olsun, yanıt kaybolsun', en: 'It happens, the answer is lost' },
  { kind: 'reset-before-effect', tr: 'İşlemden önce bağlantıyı sıfırla', en: 'Reset before anything happens' },
  { kind: 'late', tr: 'Geç yanıtla (ms)', en: 'Answer late (ms)', field: { name: 'ms', value: '5000' } },
  { kind: 'session-expired', tr: 'Müşteri oturumlarını bitir', en: 'End the customer sessions', once: true },
  { kind: 'token-revoked', tr: 'Personel anahtarlarını iptal et', en: 'Revoke the staff tokens', once: true },
  { kind: 'captive-portal', tr: 'Misafir ağı sayfası', en: 'Captive portal' },
  { kind: 'login-redirect', tr: 'Giriş sayfasına yönlendir', en: 'Redirect to the login page' },
  { kind: 'server-error-before-effect', tr: 'İşlemden önce 500', en: '500 before the effect' },
  { kind: 'server-error-after-effect', tr: 'İşlemden sonra 500', en: '500 after the effect' },
  {
    kind: 'throttled',
    tr: '429, şu kadar saniye bekle',
    en: '429, come back in (s)',
    field: { name: 'retryAfter', value: '30' },
  },
  { kind: 'csrf-broken', tr: 'CSRF hep geçersiz', en: 'CSRF never valid' },
  { kind: 'truncated-head', tr: 'Başlık yarıda kesilsin', en: 'Cut the head short' },
  { kind: 'truncated-body', tr: 'Gövde yarıda kesilsin', en: 'Cut the body short' },
  { kind: 'odd-json', tr: 'Tuhaf liste', en: 'Odd list', field: { name: 'odd', options: oddKinds } },
]
